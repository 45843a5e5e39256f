package source_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/source"
	"github.com/ulikunitz/xz"
)

// tree writes files below a new folder and makes it the working directory, so
// that paths in expectations are short.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// walk lists what Open yields: "path=content" or "path!reason". Whatever the
// inputs are, what the walk sees on its way is what Look sees.
func walk(t *testing.T, o source.Options, inputs ...string) []string {
	t.Helper()
	var got, seen, looked []string
	reading := o
	reading.Seen = func(s source.Seen) { seen = append(seen, sight(s)) }
	for b := range source.Open(t.Context(), inputs, reading) {
		got = append(got, b.Path+outcome(t, b))
	}
	if !slices.Contains(inputs, "-") { // a list is read once
		for s := range source.Look(t.Context(), inputs, o) {
			looked = append(looked, sight(s))
		}
		if !slices.Equal(seen, looked) {
			t.Errorf("reading saw\n%q\nand looking\n%q", seen, looked)
		}
	}
	return got
}

func sight(s source.Seen) string {
	if s.Info == nil {
		return s.Path + " " + s.Stamp
	}
	return fmt.Sprintf("%s %v %d %v", s.Path, s.Info.Mode(), s.Info.Size(), s.Info.ModTime())
}

func outcome(t *testing.T, b report.Blob) string {
	t.Helper()
	if b.Err != nil {
		return "?" + reason(b.Err)
	}
	r, err := b.Open(t.Context())
	if err != nil {
		return "?" + reason(err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return "?" + reason(err)
	}
	if b.Size != int64(len(data)) {
		t.Errorf("%s: size %d, read %d bytes", b.Path, b.Size, len(data))
	}
	return "=" + string(data)
}

func reason(err error) string {
	if f, ok := errors.AsType[*report.Failure](err); ok {
		return string(f.Reason)
	}
	return err.Error()
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

type entry struct{ name, content string }

func zipOf(t testing.TB, entries ...entry) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.Create(e.name)
		if err == nil {
			_, err = io.WriteString(w, e.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarOf(t testing.TB, entries ...entry) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, e := range entries {
		err := w.WriteHeader(&tar.Header{Name: e.name, Mode: 0o644, Size: int64(len(e.content))})
		if err == nil {
			_, err = io.WriteString(w, e.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// packed runs content through a packer.
func packed(t testing.TB, pack func(io.Writer) (io.WriteCloser, error), content string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := pack(&b)
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func toGzip(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil }
func toXz(w io.Writer) (io.WriteCloser, error)   { return xz.NewWriter(w) }
func toZstd(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) }

// rarOf writes a rar of version 5 whose members are stored as they are.
func rarOf(entries ...entry) string {
	var b bytes.Buffer
	b.WriteString("Rar!\x1a\x07\x01\x00")
	block := func(fields []byte, data string) {
		body := append(varint(uint64(len(fields))), fields...)
		sum := crc32.ChecksumIEEE(body)
		b.Write([]byte{byte(sum), byte(sum >> 8), byte(sum >> 16), byte(sum >> 24)})
		b.Write(body)
		b.WriteString(data)
	}
	fields := func(numbers ...uint64) (out []byte) {
		for _, n := range numbers {
			out = append(out, varint(n)...)
		}
		return out
	}
	block(fields(1, 0, 0), "") // main header
	for _, e := range entries {
		n := uint64(len(e.content))
		const hasData, hasCRC, unix = 2, 4, 1
		sum := crc32.ChecksumIEEE([]byte(e.content))
		head := fields(2, hasData, n, hasCRC, n, 0o644)
		head = append(head, byte(sum), byte(sum>>8), byte(sum>>16), byte(sum>>24))
		head = append(head, fields(0, unix, uint64(len(e.name)))...)
		block(append(head, e.name...), e.content)
	}
	block(fields(5, 0, 0), "") // end
	return b.String()
}

func varint(n uint64) (out []byte) {
	for n >= 0x80 {
		out, n = append(out, byte(n)|0x80), n>>7
	}
	return append(out, byte(n))
}

func TestFolder(t *testing.T) {
	tree(t, map[string]string{
		"luu/2020/b.txt":         "b",
		"luu/2020/a.txt":         "a",
		"luu/2015/c.txt":         "c",
		"luu/.git/config":        "hidden",
		"luu/~$c.docx":           "lock of Word",
		"luu/.~lock.c.odt#":      "lock of LibreOffice",
		"luu/Thumbs.db":          "Windows",
		"luu/ket-qua/report.txt": "our own output",
		"ngoai.txt":              "n",
	})
	got := walk(t, source.Options{Skip: []string{"luu/ket-qua"}}, "ngoai.txt", "luu")
	expect(t, got, "ngoai.txt=n", "luu/2015/c.txt=c", "luu/2020/a.txt=a", "luu/2020/b.txt=b")
}

func TestInputsCoverEachOther(t *testing.T) {
	tree(t, map[string]string{"luu/a.txt": "a", "luu/b.txt": "b", "luu/.rieng/x.txt": "x"})
	got := walk(t, source.Options{}, "luu/b.txt", "luu", "./luu/a.txt", "luu/.rieng", "luu/b.txt")
	expect(t, got, "luu/b.txt=b", "luu/a.txt=a", "luu/.rieng/x.txt=x")
}

func TestList(t *testing.T) {
	tree(t, map[string]string{"a.txt": "a", "b c.txt": "b", "d.txt": "d"})
	lines := source.Options{List: strings.NewReader("a.txt\r\n\nb c.txt\nkhong-co.txt")}
	expect(t, walk(t, lines, "-", "d.txt"), "a.txt=a", "b c.txt=b", "khong-co.txt?not_found", "d.txt=d")

	zeros := source.Options{List: strings.NewReader("a.txt\x00b c.txt\x00")}
	expect(t, walk(t, zeros, "-"), "a.txt=a", "b c.txt=b")

	long := source.Options{List: strings.NewReader(strings.Repeat("x", 1<<20))}
	expect(t, walk(t, long, "-"), "-?unreadable")
	expect(t, walk(t, source.Options{}, "-"), "-?not_found")
}

func TestArchives(t *testing.T) {
	two := []entry{{"bao-cao.txt", "A"}, {"xa/bien-ban.txt", "B"}}
	cases := []struct {
		name, content string
		want          []string
		reason        string
	}{
		{"a.zip", zipOf(t, two...), []string{"a.zip!bao-cao.txt=A", "a.zip!xa/bien-ban.txt=B"}, "members in their own order"},
		{"a.doc", zipOf(t, two...), []string{"a.doc!bao-cao.txt=A", "a.doc!xa/bien-ban.txt=B"}, "content decides, not the name"},
		{"a.tar", tarOf(t, two...), []string{"a.tar!bao-cao.txt=A", "a.tar!xa/bien-ban.txt=B"}, ""},
		{"a.tgz", packed(t, toGzip, tarOf(t, two...)), []string{"a.tgz!bao-cao.txt=A", "a.tgz!xa/bien-ban.txt=B"}, "a packed tar is one archive"},
		{"a.tar.xz", packed(t, toXz, tarOf(t, two...)), []string{"a.tar.xz!bao-cao.txt=A", "a.tar.xz!xa/bien-ban.txt=B"}, ""},
		{"a.tar.zst", packed(t, toZstd, tarOf(t, two...)), []string{"a.tar.zst!bao-cao.txt=A", "a.tar.zst!xa/bien-ban.txt=B"}, ""},
		{"a.rar", rarOf(two...), []string{"a.rar!bao-cao.txt=A", "a.rar!xa/bien-ban.txt=B"}, ""},
		{"a.txt.gz", packed(t, toGzip, "A"), []string{"a.txt.gz!a.txt=A"}, "one file alone, its name from the archive's"},
		{"a.txt.xz", packed(t, toXz, "A"), []string{"a.txt.xz!a.txt=A"}, ""},
		{"a.txt.zst", packed(t, toZstd, "A"), []string{"a.txt.zst!a.txt=A"}, ""},
		{"a.docx", zipOf(t, entry{"[Content_Types].xml", "<Types/>"}), nil, "a document that is a zip inside"},
		{"b.odt", zipOf(t, entry{"x.xml", ""}, entry{"mimetype", "application/vnd.oasis.opendocument.text"}), nil, "the telling entry need not be the first"},
		{"empty.zip", zipOf(t), []string{"empty.zip?empty"}, "an input must have an outcome"},
		{"cut.zip", zipOf(t, two...)[:60], []string{"cut.zip?damaged"}, "the directory at the end is lost"},
		{"cut.docx", zipOf(t, two...)[:60], nil, "its own reader may still find something"},
		{"cut.tgz", packed(t, toGzip, tarOf(t, two...))[:40], []string{"cut.tgz?truncated"}, ""},
		{"cut.txt.gz", packed(t, toGzip, "Báo cáo")[:20], []string{"cut.txt.gz?truncated"}, "cut inside the first block"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tree(t, map[string]string{c.name: c.content})
			want := c.want
			if want == nil {
				want = []string{c.name + "=" + c.content}
			}
			expect(t, walk(t, source.Options{}, c.name), want...)
		})
	}
}

// The archives that Go cannot write lie in testdata, made by make.sh there.
func TestForeignArchives(t *testing.T) {
	const a, b = "bao-cao.txt=Báo cáo số 12-BC/ĐU: đại hội bầu 15 đồng chí.\n", "xa/bien-ban.txt=Biên bản kiểm phiếu: phát ra 182, thu về 182.\n"
	keys := source.Options{Passwords: []string{"sai", "mat-khau"}}
	wrong := source.Options{Passwords: []string{"sai"}}
	cases := []struct {
		file string
		o    source.Options
		want []string
	}{
		{"plain.7z", source.Options{}, []string{"!" + a, "!" + b}},
		{"plain.tar.bz2", source.Options{}, []string{"!" + a, "!" + b}},
		{"method-bzip2.zip", source.Options{}, []string{"!" + a}},
		{"cut.7z.001", source.Options{}, []string{"!" + a, "!" + b}},
		{"locked.zip", keys, []string{"!" + a, "!" + b}},
		{"locked-aes.zip", keys, []string{"!" + a, "!" + b}},
		{"locked.7z", keys, []string{"!" + a, "!" + b}},
		{"locked-names.7z", keys, []string{"!" + a}},
		{"locked.zip", wrong, []string{"!bao-cao.txt?locked", "!xa/bien-ban.txt?locked"}},
		{"locked-aes.zip", wrong, []string{"!bao-cao.txt?locked", "!xa/bien-ban.txt?locked"}},
		{"locked.7z", wrong, []string{"?locked"}},
		{"locked-names.7z", source.Options{}, []string{"?locked"}},
	}
	t.Chdir("testdata")
	for _, c := range cases {
		t.Run(fmt.Sprint(c.file, len(c.o.Passwords)), func(t *testing.T) {
			for i := range c.want {
				c.want[i] = c.file + c.want[i]
			}
			expect(t, walk(t, c.o, c.file), c.want...)
		})
	}
}

func TestLaterVolumesAreNotInputs(t *testing.T) {
	one, err := os.ReadFile("testdata/cut.7z.001")
	if err != nil {
		t.Fatal(err)
	}
	two, err := os.ReadFile("testdata/cut.7z.002")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"luu/cut.7z.001": string(one), "luu/cut.7z.002": string(two)}
	if three, err := os.ReadFile("testdata/cut.7z.003"); err == nil {
		files["luu/cut.7z.003"] = string(three)
	}
	tree(t, files)
	got := walk(t, source.Options{}, "luu")
	if len(got) != 2 || !strings.HasPrefix(got[0], "luu/cut.7z.001!bao-cao.txt=") {
		t.Errorf("got %q", got)
	}
}

func TestNesting(t *testing.T) {
	inner := zipOf(t, entry{"a.txt", "a"})
	for range 3 {
		inner = zipOf(t, entry{"trong.zip", inner}, entry{"b.txt", "b"})
	}
	tree(t, map[string]string{"ngoai.zip": inner})
	got := walk(t, source.Options{}, "ngoai.zip")
	expect(t, got,
		"ngoai.zip!trong.zip!trong.zip!trong.zip!a.txt=a",
		"ngoai.zip!trong.zip!trong.zip!b.txt=b", "ngoai.zip!trong.zip!b.txt=b", "ngoai.zip!b.txt=b")
	got = walk(t, source.Options{Limits: source.Limits{Depth: 2}}, "ngoai.zip")
	expect(t, got, "ngoai.zip!trong.zip!trong.zip?too_deep", "ngoai.zip!trong.zip!b.txt=b", "ngoai.zip!b.txt=b")
}

func TestMemberNames(t *testing.T) {
	tree(t, map[string]string{"a.zip": zipOf(t,
		entry{"../../etc/x.txt", "leaves its folder"},
		entry{`C:\Bao cao\y.txt`, "y"},
		entry{"/home/z.txt", "z"},
		entry{"./w.txt", "w"},
		entry{"a\u202etxt.exe\nb", "v"},
		entry{"caf\x82.txt", "u"},
		entry{"__MACOSX/._y.txt", "left out"},
		entry{"thu muc/", ""},
	)})
	expect(t, walk(t, source.Options{}, "a.zip"),
		"a.zip!../../etc/x.txt?unsafe_name", "a.zip!Bao cao/y.txt=y", "a.zip!home/z.txt=z", "a.zip!w.txt=w",
		`a.zip!a\u202etxt.exe\u000ab=v`, "a.zip!café.txt=u")
}

func TestBudget(t *testing.T) {
	zeros := strings.Repeat("\x00", 1<<20)
	files := map[string]string{
		"bom.zip":    zipOf(t, entry{"a.txt", "a"}, entry{"zeros", zeros}, entry{"b.txt", "b"}),
		"nhieu.zip":  zipOf(t, entry{"a.txt", "a"}, entry{"b.txt", "b"}, entry{"c.txt", "c"}),
		"lon.tar.gz": packed(t, toGzip, tarOf(t, entry{"a.txt", "a"}, entry{"zeros", zeros}, entry{"b.txt", "b"})),
		"long.zip":   zipOf(t, entry{"trong.zip", zipOf(t, entry{"zeros", zeros})}, entry{"a.txt", "a"}),
		"sau.txt":    "after",
	}
	tree(t, files)
	few := source.Options{Limits: source.Limits{Members: 2, Expanded: 1 << 19}}
	expect(t, walk(t, few, "bom.zip", "sau.txt"), "bom.zip!a.txt=a", "bom.zip?expansion", "sau.txt=after")
	expect(t, walk(t, few, "nhieu.zip", "sau.txt"), "nhieu.zip!a.txt=a", "nhieu.zip!b.txt=b", "nhieu.zip?too_many", "sau.txt=after")
	expect(t, walk(t, few, "lon.tar.gz", "sau.txt"), "lon.tar.gz!a.txt=a", "lon.tar.gz?expansion", "sau.txt=after")
	expect(t, walk(t, few, "long.zip", "sau.txt"), "long.zip?expansion", "sau.txt=after")

	small := source.Options{Limits: source.Limits{Bytes: 1 << 19}}
	expect(t, walk(t, small, "bom.zip"), "bom.zip!a.txt=a", "bom.zip!zeros?too_large", "bom.zip!b.txt=b")
	expect(t, walk(t, small, "lon.tar.gz"), "lon.tar.gz!a.txt=a", "lon.tar.gz!zeros?too_large", "lon.tar.gz!b.txt=b")
}

// A changed byte behind the last member of a packed tar is found only by
// reading to the end of the stream.
func TestDamageBehindTheLastMember(t *testing.T) {
	whole := []byte(packed(t, toGzip, tarOf(t, entry{"a.txt", "a"})))
	whole[len(whole)-6] ^= 1 // the checksum
	tree(t, map[string]string{"a.tgz": string(whole)})
	expect(t, walk(t, source.Options{}, "a.tgz"), "a.tgz!a.txt=a", "a.tgz?damaged")
}

func TestExpand(t *testing.T) {
	var got []string
	for _, b := range []report.Blob{
		report.BlobOf("thu.eml#1/a.txt", []byte("a")),
		report.BlobOf("thu.eml#2/b.zip", []byte(zipOf(t, entry{"c.txt", "c"}))),
		{Path: "thu.eml#3", Err: report.Becausef(report.Damaged, "cut")},
	} {
		for m := range source.Expand(t.Context(), b, source.Options{}) {
			got = append(got, m.Path+outcome(t, m))
		}
	}
	expect(t, got, "thu.eml#1/a.txt=a", "thu.eml#2/b.zip!c.txt=c", "thu.eml#3?damaged")
}

func TestStop(t *testing.T) {
	tree(t, map[string]string{"a.zip": zipOf(t, entry{"a", "a"}, entry{"b", "b"}), "c.txt": "c"})
	for range source.Open(t.Context(), []string{"a.zip", "c.txt"}, source.Options{}) {
		break // the iterator must not yield again, or Go panics
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	seen := 0
	for range source.Open(ctx, []string{"a.zip", "c.txt"}, source.Options{}) {
		seen++
		cancel()
	}
	if seen != 1 {
		t.Errorf("%d inputs, want none after the context was cancelled", seen-1)
	}
}

func TestPanicOfTheConsumerPassesThrough(t *testing.T) {
	tree(t, map[string]string{"a.zip": zipOf(t, entry{"a", "a"})})
	defer func() {
		if p := recover(); p != "mine" {
			t.Errorf("recovered %v", p)
		}
	}()
	for range source.Open(t.Context(), []string{"a.zip"}, source.Options{}) {
		panic("mine")
	}
}

func FuzzExpand(f *testing.F) {
	two := []entry{{"a.txt", "A"}, {"x/b.zip", zipOf(f, entry{"c", "d"})}}
	f.Add([]byte(zipOf(f, two...)))
	f.Add([]byte(tarOf(f, two...)))
	f.Add([]byte(rarOf(two...)))
	f.Add([]byte(packed(f, toGzip, tarOf(f, two...))))
	f.Add([]byte(packed(f, toXz, "A")))
	f.Add([]byte(packed(f, toZstd, "A")))
	for _, name := range []string{"locked.zip", "locked-aes.zip", "plain.7z", "locked.7z", "plain.tar.bz2"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	o := source.Options{Passwords: []string{"mat-khau"}, Limits: source.Limits{Bytes: 1 << 20, Expanded: 8 << 20, Members: 100}}
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		for b := range source.Expand(t.Context(), report.BlobOf("x", data), o) {
			n++
			if b.Err != nil && reason(b.Err) == string(report.Internal) {
				t.Errorf("%s: %v", b.Path, b.Err)
			}
		}
		if n == 0 {
			t.Error("no outcome")
		}
	})
}

func ExampleOpen() {
	for blob := range source.Open(context.Background(), []string{"testdata/plain.7z", "khong-co"}, source.Options{}) {
		fmt.Println(blob.Path, blob.Size, blob.Err != nil)
	}
	// Output:
	// testdata/plain.7z!bao-cao.txt 62 false
	// testdata/plain.7z!xa/bien-ban.txt 56 false
	// khong-co -1 true
}

// A file that changed just now may change again unseen, so it has no stamp.
func TestStamp(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(name, []byte("a"), 0o666); err != nil {
		t.Fatal(err)
	}
	stampOf := func() string {
		for b := range source.Open(t.Context(), []string{name}, source.Options{}) {
			return b.Stamp
		}
		return "no blob"
	}
	if s := stampOf(); s != "" {
		t.Errorf("stamp %q of a file of this moment", s)
	}
	old := time.Now().Add(-time.Minute)
	if err := os.Chtimes(name, old, old); err != nil {
		t.Fatal(err)
	}
	first := stampOf()
	if err := os.Chtimes(name, old, old.Add(time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	if second := stampOf(); first == "" || first == second {
		t.Errorf("stamps %q and %q", first, second)
	}
}

// Two files are two sources, however their names are written: names that are no
// UTF-8 and look alike, and an archive that holds a name twice.
func TestNamesAreToldApart(t *testing.T) {
	tree(t, map[string]string{"in/b\x81\xff.txt": "one", "in/b\x81\xfe.txt": "two", "in/c\xff/x.txt": "three", "in/c\xfe/x.txt": "four", "in/d.txt": "five"})
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, content := range []string{"six", "seven"} {
		w, err := z.Create("xa/e.txt")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("in/e.zip", packed.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	got := walk(t, source.Options{}, "in")
	for _, x := range got {
		path, _, _ := strings.Cut(x, "=")
		if seen[path] {
			t.Errorf("%s comes twice in %q", path, got)
		}
		seen[path] = true
	}
	if len(got) != 7 || !seen["in/e.zip!xa/e.txt"] || !seen["in/e.zip!xa/e#2.txt"] {
		t.Errorf("got %q", got)
	}
}
