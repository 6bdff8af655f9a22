// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/paper.h"

#include <QLocale>

QPageSize::PageSizeId report::paper::usual() {
  switch (QLocale::system().territory()) {
  case QLocale::UnitedStates:
  case QLocale::PuertoRico:
  case QLocale::Guam:
  case QLocale::AmericanSamoa:
  case QLocale::NorthernMarianaIslands:
  case QLocale::UnitedStatesVirginIslands:
  case QLocale::UnitedStatesOutlyingIslands:
  case QLocale::Canada:
  case QLocale::Mexico:
  case QLocale::Belize:
  case QLocale::Chile:
  case QLocale::Colombia:
  case QLocale::CostaRica:
  case QLocale::ElSalvador:
  case QLocale::Guatemala:
  case QLocale::Nicaragua:
  case QLocale::Panama:
  case QLocale::Philippines:
  case QLocale::Venezuela:
    return QPageSize::Letter;
  default:
    return QPageSize::A4;
  }
}
