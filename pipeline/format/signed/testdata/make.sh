#!/usr/bin/env bash
# Signs a mail and a text with a key that is thrown away. Needs openssl.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key" -out "$work/cert" -days 3650 -subj "/CN=Van phong/O=Huyen uy" 2>/dev/null
printf '%s\r\n' 'Content-Type: multipart/mixed; boundary=b' '' '--b' 'Content-Type: text/plain; charset=utf-8' '' \
	'Kính gửi báo cáo kết quả đại hội.' '--b' 'Content-Type: application/msword; name="bao-cao.doc"' \
	'Content-Disposition: attachment' 'Content-Transfer-Encoding: base64' '' 'AAECAw==' '--b--' >"$work/mail"
printf 'Kính gửi: đại hội bầu 39 đồng chí.\n' >"$work/text"
with=(-signer "$work/cert" -inkey "$work/key")
openssl smime -sign -nodetach -binary -in "$work/mail" "${with[@]}" -from 'Van phong <vp@x.vn>' -to b@x.vn -subject 'Bao cao' -out signed.eml
openssl cms -sign -nodetach -binary -stream -in "$work/mail" "${with[@]}" -outform DER -out stream.p7m
openssl cms -sign -nodetach -binary -in "$work/text" "${with[@]}" -outform DER -out bao-cao.txt.p7m
openssl cms -sign -binary -in "$work/text" "${with[@]}" -outform DER -out detached.p7s
openssl cms -encrypt -binary -in "$work/text" -outform DER -out locked.p7m "$work/cert"
