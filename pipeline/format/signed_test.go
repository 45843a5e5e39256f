package format_test

import (
	"os"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/format/formattest"
)

// Signed files of every kind are read, whatever stands inside.
func TestSignedFilesAreRead(t *testing.T) {
	for name, want := range map[string]string{
		"signed.eml":      "Kính gửi báo cáo kết quả đại hội.\n+bao-cao.doc\n",
		"stream.p7m":      "Kính gửi báo cáo kết quả đại hội.\n+bao-cao.doc\n",
		"bao-cao.txt.p7m": "Kính gửi: đại hội bầu 39 đồng chí.\n",
	} {
		raw, err := format.Builtin(format.Limits{}).Read(t.Context(), name, formattest.File(t, "signed/testdata/"+name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got strings.Builder
		got.WriteString(formattest.Text(raw.Parts))
		for _, a := range raw.Attachments {
			got.WriteString("+" + a.Path + "\n")
		}
		if got.String() != want {
			t.Errorf("%s: got %q, want %q", name, got.String(), want)
		}
	}
}

func TestSignedFilesKeepThePromises(t *testing.T) {
	reader := format.Builtin(format.Limits{})[format.MediaSigned]
	formattest.Run(t, reader, os.DirFS("signed/testdata"))
}
