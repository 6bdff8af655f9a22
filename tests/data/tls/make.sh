#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the certificates of the tests: an authority of nobody, a server for 127.0.0.1, one of another name, and one that
# no authority stands for. They protect nothing. Valid for a hundred years, so that no test fails on a birthday.
set -eu
cd "$(dirname "$0")"
days=36500
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }
key ca.key
openssl req -x509 -new -key ca.key -days $days -subj "/CN=Credenza test authority" -out ca.pem
signed() { # name, subject alternative name
  key "$1.key"
  openssl req -new -key "$1.key" -subj "/CN=$1" -out "$1.csr"
  printf 'subjectAltName=%s\n' "$2" > "$1.ext"
  openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days $days -extfile "$1.ext" -out "$1.pem"
  rm "$1.csr" "$1.ext"
}
signed server IP:127.0.0.1
signed elsewhere DNS:elsewhere.example
key unknown.key
openssl req -x509 -new -key unknown.key -days $days -subj "/CN=127.0.0.1" -addext "subjectAltName=IP:127.0.0.1" -out unknown.pem
rm -f ca.key ca.srl
