#!/bin/sh
# Makes office.* from unicode.docx, letterhead.* from letterhead.docx, and form.*
# from a form of testdata/reports,
# with LibreOffice. Run by hand after a change;
# the tests need only the results. LibreOffice writes slightly different bytes
# each time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cp "$here/unicode.docx" "$out/office.docx"
for to in odt fodt "doc:MS Word 97" "rtf:Rich Text Format" pdf "html:HTML (StarWriter)"; do
	soffice --headless "-env:UserInstallation=file://$out/profile" --convert-to "$to" --outdir "$out" "$out/office.docx" >/dev/null
	cp "$out/office.${to%%:*}" "$here/"
done
soffice --headless "-env:UserInstallation=file://$out/profile" --convert-to docx --outdir "$out/again" "$out/office.odt" >/dev/null
cp "$out/again/office.docx" "$here/"

form=$here/../reports/2025/bieu-thong-ke-cap-uy-dang-bo-xa-ca-mau.html
cp "$form" "$out/form.html"
soffice --headless "-env:UserInstallation=file://$out/profile" --infilter='HTML (StarWriter)' --convert-to odt:writer8 --outdir "$out" "$out/form.html" >/dev/null
for to in docx "doc:MS Word 97" "rtf:Rich Text Format" pdf; do
	soffice --headless "-env:UserInstallation=file://$out/profile" --convert-to "$to" --outdir "$out" "$out/form.odt" >/dev/null
	cp "$out/form.${to%%:*}" "$here/"
done
cp "$out/form.odt" "$here/"

cp "$here/letterhead.docx" "$out/letterhead.docx"
for to in odt "doc:MS Word 97" "rtf:Rich Text Format" pdf; do
	soffice --headless "-env:UserInstallation=file://$out/profile" --convert-to "$to" --outdir "$out" "$out/letterhead.docx" >/dev/null
	cp "$out/letterhead.${to%%:*}" "$here/"
done
