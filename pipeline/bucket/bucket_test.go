package bucket

import "testing"

func TestAddresses(t *testing.T) {
	for _, c := range []struct{ address, bucket, prefix, shown string }{
		{"s3://archive", "s3://archive", "", "s3://archive"},
		{"s3://archive/2020/xa", "s3://archive", "2020/xa", "s3://archive/2020/xa"},
		{"gs://archive/2020?access_id=secret", "gs://archive?access_id=secret", "2020", "gs://archive/2020"},
	} {
		b, prefix := parts(c.address)
		if b != c.bucket || prefix != c.prefix || Shown(c.address) != c.shown || !Is(c.address) {
			t.Errorf("%s: %q %q %q", c.address, b, prefix, Shown(c.address))
		}
	}
	for address, path := range map[string]string{
		"file:///archive/b%C3%A1o": "/archive/báo", "file://localhost/x": "/x", "file://server/share": "file://server/share",
		"archive/2020": "archive/2020", "C:/x": "C:/x", "100%": "100%",
	} {
		if got := Local(address); got != path {
			t.Errorf("%s: %q, want %q", address, got, path)
		}
	}
}
