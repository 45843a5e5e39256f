package report_test

import (
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

func TestNearest(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"lable", "label"}, {"colum", "column"}, {"xslx", "xlsx"}, {"xlxs", "xlsx"}, {"parquett", "parquet"}, {"zzzzzz", ""}, {"", ""},
	} {
		if got := report.Nearest(c.word, []string{"label", "column", "xlsx", "parquet", "datapackage", "csv"}); got != c.want {
			t.Errorf("%q: got %q, want %q", c.word, got, c.want)
		}
	}
}
