#!/bin/sh
# Makes the archives of this folder that Go cannot write: locked ones, 7z and
# bzip2. Needs zip, 7zz (7-Zip) and bzip2.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/xa"
printf 'Báo cáo số 12-BC/ĐU: đại hội bầu 15 đồng chí.\n' >"$work/bao-cao.txt"
printf 'Biên bản kiểm phiếu: phát ra 182, thu về 182.\n' >"$work/xa/bien-ban.txt"
here=$PWD
rm -f ./*.zip ./*.7z* ./*.bz2
cd "$work"
zip -q -X -P mat-khau "$here/locked.zip" bao-cao.txt xa/bien-ban.txt
7zz a -bd -y -tzip -mem=AES256 -pmat-khau "$here/locked-aes.zip" bao-cao.txt xa/bien-ban.txt >/dev/null
7zz a -bd -y -tzip -mm=BZip2 "$here/method-bzip2.zip" bao-cao.txt >/dev/null
7zz a -bd -y "$here/plain.7z" bao-cao.txt xa/bien-ban.txt >/dev/null
7zz a -bd -y -pmat-khau "$here/locked.7z" bao-cao.txt xa/bien-ban.txt >/dev/null
7zz a -bd -y -pmat-khau -mhe=on "$here/locked-names.7z" bao-cao.txt >/dev/null
7zz a -bd -y -mx=0 -v150b "$here/cut.7z" bao-cao.txt xa/bien-ban.txt >/dev/null
tar --sort=name --owner=0 --group=0 --mtime=2020-08-01 -cf - bao-cao.txt xa | bzip2 -9 >"$here/plain.tar.bz2"
