// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mergedcells.h"

#include <algorithm>
#include <cstring>

namespace exchange {
namespace {

constexpr size_t mostMerges = 200000;

/// Takes one tag, "<mergeCell ref="A1:B2"/>", with whatever prefix, apart.
void addBlock(std::string_view tag, std::vector<MergedCells>& blocks) {
  size_t at = tag.find("ref=");
  if (at == std::string_view::npos || at + 5 >= tag.size())
    return;
  const char quote = tag[at + 4];
  tag.remove_prefix(at + 5);
  tag = tag.substr(0, tag.find(quote));
  at = tag.find(':');
  if (at == std::string_view::npos)
    return;
  const auto place = [](std::string_view text) { return placeFromText(std::u16string(text.begin(), text.end())); };
  MergedCells block{place(tag.substr(0, at)), place(tag.substr(at + 1)), {}, false};
  if (block.first.row >= 0 && block.first.column >= 0 && block.last.row >= block.first.row &&
      block.last.column >= block.first.column)
    blocks.push_back(block);
}

} // namespace

CellPlace placeFromText(std::u16string_view text) {
  CellPlace place;
  for (const char16_t c : text) {
    const char16_t upper = c & ~char16_t{0x20};
    if (upper >= u'A' && upper <= u'Z')
      place.column = std::min((place.column + 1) * 26 + (upper - u'A'), 1 << 20);
    else if (c >= u'0' && c <= u'9')
      place.row = std::min<qint64>((place.row < 0 ? 0 : place.row) * 10 + (c - u'0'), 1 << 30);
  }
  if (place.row >= 0)
    --place.row;
  return place;
}

std::vector<MergedCells> findMergedCells(QIODevice& sheet) {
  constexpr std::string_view mark = "mergeCell ";
  std::vector<MergedCells> blocks;
  std::string piece;
  while (blocks.size() < mostMerges) {
    const size_t kept = piece.size();
    piece.resize(kept + (1 << 16));
    const qint64 got = sheet.read(piece.data() + kept, 1 << 16);
    if (got <= 0)
      break;
    piece.resize(kept + static_cast<size_t>(got));
    size_t at = 0;
    size_t keepFrom = piece.size() - std::min(piece.size(), mark.size()); // a mark may be cut in two
    while ((at = piece.find(mark, at)) != std::string::npos) {
      const size_t close = piece.find('>', at);
      if (close == std::string::npos) {
        keepFrom = piece.size() - at < 4096 ? at : keepFrom; // a tag is short; what is not one is let go
        break;
      }
      addBlock(std::string_view(piece).substr(at, close - at), blocks);
      at = close;
      keepFrom = std::max(keepFrom, close);
    }
    piece.erase(0, keepFrom);
  }
  std::sort(blocks.begin(), blocks.end(),
            [](const MergedCells& a, const MergedCells& b) { return a.first.row < b.first.row; });
  return blocks;
}

} // namespace exchange
