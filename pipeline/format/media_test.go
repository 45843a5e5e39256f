package format

import (
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

// What a kind is called is said in the language of the reader, too.
func TestUnreadKindsAreTranslated(t *testing.T) {
	for media, what := range unread {
		if report.Translate("vi", what) == what {
			t.Errorf("%s: %q has no line in messages.tsv", media, what)
		}
	}
}
