package mail

import (
	"bytes"
	"strconv"

	"github.com/tongket/tongket/pipeline/report"
)

// extensions are those of parts that have no name.
var extensions = map[string]string{
	"message/rfc822": ".eml", "text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf", "application/msword": ".doc",
	"application/rtf": ".rtf", "text/csv": ".csv", "image/jpeg": ".jpg", "image/png": ".png",
}

// unnamed makes a name for the nth attachment.
func unnamed(n int, media string) string { return "attachment-" + strconv.Itoa(n) + extensions[media] }

// mailbox takes apart a file of many mails: each begins behind an empty line
// with a line "From ", and its header follows. It is nil for a single mail.
func mailbox(data []byte) []report.Blob {
	if !bytes.HasPrefix(data, []byte("From ")) {
		return nil
	}
	var out []report.Blob
	add := func(mail []byte) {
		out = append(out, report.BlobOf("mail-"+strconv.Itoa(len(out)+1)+".eml", mail))
	}
	start := 0
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("\nFrom "))
		if i < 0 {
			break
		}
		at += i + 1
		if blankBefore(data[:at]) && headerBehind(data[at:]) {
			add(data[start:at])
			start = at
		}
	}
	add(data[start:])
	return out
}

func blankBefore(data []byte) bool {
	return bytes.HasSuffix(data, []byte("\n\n")) || bytes.HasSuffix(data, []byte("\n\r\n"))
}

// headerBehind reports whether the line behind the first one is a field.
func headerBehind(data []byte) bool {
	_, rest, _ := bytes.Cut(data, []byte("\n"))
	name, _, ok := bytes.Cut(rest[:min(len(rest), 100)], []byte(":"))
	return ok && len(name) > 0 && !bytes.ContainsAny(name, " \t\r\n")
}
