#!/bin/sh
# Makes the files of this folder from src: text layers by LibreOffice, a lock and
# an attachment by qpdf, scans by pdftoppm and ImageMagick.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
soffice --headless --convert-to pdf --outdir "$work" src/bao-cao.fodt src/hai-cot.fodt >/dev/null 2>&1
for name in bao-cao hai-cot; do
	qpdf --object-streams=generate --recompress-flate --compression-level=9 --deterministic-id "$work/$name.pdf" "$name.pdf"
done
qpdf --encrypt mat-khau chu 256 -- hai-cot.pdf khoa.pdf
qpdf hai-cot.pdf --add-attachment src/phu-luc.csv --filename=phu-luc.csv --mimetype=text/csv -- dinh-kem.pdf
