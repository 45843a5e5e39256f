package parquet_test

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	pqt "github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/assemble"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/parquet"
)

// figures are rows of the table measures as an archive has them: by document,
// in the order of the text, some twelve figures a document.
type figures struct {
	table *report.Table
	n     int
}

func newFigures(t testing.TB, n int) *figures {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return &figures{p.Table("measures"), n}
}

func (f *figures) Tables() []*report.Table { return []*report.Table{f.table} }

func (f *figures) Rows(string) iter.Seq2[report.Row, error] {
	attributes := []string{"total", "female", "young", "re_elected", "first_time", "ethnic_minority", "age", "education", "theory", "surplus"}
	return func(yield func(report.Row, error) bool) {
		at := func(name string) int { return f.table.Index(name) }
		doc, row, body, attribute, phase, stat, value, bound := at("doc_id"), at("row_id"), at("body"), at("attribute"), at("phase"), at("stat"), at("value"), at("bound")
		start, end, sentence, page, rule, confidence := at("evidence_start"), at("evidence_end"), at("evidence"), at("page"), at("rule"), at("confidence")
		base, place := at("base"), at("place")
		position, said := 0, ""
		for i := range f.n {
			h := uint64(i) * 0x9e3779b97f4a7c15
			if i%12 == 0 {
				position = 900
			}
			position += 20 + int(h>>40%60)
			r := report.NewRow(f.table)
			id := fmt.Sprintf("%016x", uint64(i/12)*0xd1342543de82ef95)
			r.Cells[doc] = report.Text(id)
			r.Cells[row] = report.Text(assemble.RowID(id, "measures", strconv.Itoa(i), report.Span{}))
			r.Cells[body] = report.Text([]string{"committee", "committee", "standing_committee", "secretary"}[i%12/3])
			r.Cells[attribute] = report.Text(attributes[i%len(attributes)])
			r.Cells[phase] = report.Text("actual")
			r.Cells[stat] = report.Text([]string{"count", "percent"}[i%2])
			r.Cells[value] = report.Number(float64(h>>44%4000) / []float64{1, 10}[i%2])
			r.Cells[bound] = report.Text("eq")
			if i%2 == 1 {
				r.Cells[base] = report.Text("committee.total=" + strconv.Itoa(int(h>>50%400)))
			}
			if i%9 == 0 {
				r.Cells[place] = report.Text("huyện Số " + strconv.Itoa(int(h>>48%700)))
			}
			r.Cells[start], r.Cells[end] = report.Int(position), report.Int(position+3)
			if i%3 == 0 { // a sentence states some three figures
				said = "Đại hội đã bầu " + strconv.Itoa(int(h>>44%90)) + " đồng chí vào Ban Chấp hành Đảng bộ huyện Số " + strconv.Itoa(int(h>>36%700)) + " nhiệm kỳ 2020 - 2025, trong đó số tái cử là " + strconv.Itoa(int(h>>28%90)) + " đồng chí."
			}
			r.Cells[sentence] = report.Text(said)
			r.Cells[page] = report.Int(position/2000 + 1)
			r.Cells[rule] = report.Text("measure." + attributes[i%len(attributes)])
			r.Cells[confidence] = report.Text([]string{"high", "high", "medium"}[i%3])
			if !yield(r, nil) {
				return
			}
		}
	}
}

// defaults writes the same rows as a user of the library would, with zstd 3 and
// row groups of the same length.
func defaults(f *figures, path string) error {
	fields := make([]arrow.Field, len(f.table.Columns))
	for i, c := range f.table.Columns {
		t := arrow.DataType(arrow.BinaryTypes.String)
		switch c.Type {
		case report.TypeInteger:
			t = arrow.PrimitiveTypes.Int64
		case report.TypeNumber:
			t = arrow.PrimitiveTypes.Float64
		case report.TypeDate:
			t = arrow.FixedWidthTypes.Date32
		case report.TypeBoolean:
			t = arrow.FixedWidthTypes.Boolean
		case report.TypeString, report.TypeCode:
		}
		fields[i] = arrow.Field{Name: c.Name, Type: t, Nullable: c.Nullable}
	}
	schema := arrow.NewSchema(fields, nil)
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	props := pqt.NewWriterProperties(pqt.WithCompression(compress.Codecs.Zstd), pqt.WithCompressionLevel(3), pqt.WithMaxRowGroupLength(131_072))
	w, err := pqarrow.NewFileWriter(schema, out, props, pqarrow.DefaultWriterProps())
	if err != nil {
		return err
	}
	b := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	defer b.Release()
	n := 0
	flush := func() error {
		rec := b.NewRecord()
		defer rec.Release()
		return w.WriteBuffered(rec)
	}
	for r := range f.Rows("") {
		for i, v := range r.Cells {
			if v.IsNull() {
				b.Field(i).AppendNull()
				continue
			}
			switch to := b.Field(i).(type) {
			case *array.StringBuilder:
				to.Append(v.Text())
			case *array.Int64Builder:
				x, _ := v.Number()
				to.Append(int64(x))
			case *array.Float64Builder:
				x, _ := v.Number()
				to.Append(x)
			case *array.Date32Builder:
				d, _ := v.Date()
				to.Append(arrow.Date32FromTime(d.First()))
			case *array.BooleanBuilder:
				x, _ := v.Bool()
				to.Append(x)
			}
		}
		if n++; n%16_384 == 0 {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return w.Close()
}

// BenchmarkGate measures CPU time and size against the library's defaults with
// zstd 3, the same rows, side by side; the making of the rows is taken off both:
//
//	go test -run xxx -bench Gate -benchtime 3x ./sinks/parquet
func BenchmarkGate(b *testing.B) {
	f := newFigures(b, 500_000)
	theirCodec, err := compress.GetCodec(compress.Codecs.Zstd)
	if err != nil {
		b.Fatal(err)
	}
	if err := parquet.New(parquet.Config{Dir: b.TempDir()}).Write(b.Context(), newFigures(b, 1)); err != nil {
		b.Fatal(err) // ours is registered now
	}
	ourCodec, err := compress.GetCodec(compress.Codecs.Zstd)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		dir := b.TempDir()
		if keepDir := os.Getenv("KEEP"); keepDir != "" {
			dir = keepDir
		}
		compress.RegisterCodec(compress.Codecs.Zstd, theirCodec)
		start := cpu(b)
		for range f.Rows("") {
		}
		making := cpu(b) - start
		start = cpu(b)
		if err := defaults(f, filepath.Join(dir, "defaults.parquet")); err != nil {
			b.Fatal(err)
		}
		theirs := cpu(b) - start - making
		compress.RegisterCodec(compress.Codecs.Zstd, ourCodec)
		start = cpu(b)
		if err := parquet.New(parquet.Config{Dir: dir}).Write(b.Context(), f); err != nil {
			b.Fatal(err)
		}
		ours := cpu(b) - start - making
		b.ReportMetric(theirs.Seconds(), "defaults-cpu-s")
		b.ReportMetric(ours.Seconds(), "cpu-s")
		b.ReportMetric(float64(ours)/float64(theirs), "cpu-ratio")
		b.ReportMetric(float64(size(b, dir, "measures"))/float64(size(b, dir, "defaults")), "size-ratio")
		b.ReportMetric(float64(size(b, dir, "measures")-column(b, dir, "measures", "row_id"))/float64(size(b, dir, "defaults")-column(b, dir, "defaults", "row_id")), "size-ratio-without-row_id")
	}
}

// column is the packed size of one column. A row_id is a hash: nothing packs its
// eight random bytes, and they are half of either file.
func column(b *testing.B, dir, name, column string) int64 {
	r, err := file.OpenParquetFile(filepath.Join(dir, name+".parquet"), false)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	var n int64
	for g := range r.NumRowGroups() {
		c, err := r.MetaData().RowGroup(g).ColumnChunk(r.MetaData().Schema.ColumnIndexByName(column))
		if err != nil {
			b.Fatal(err)
		}
		n += c.TotalCompressedSize()
	}
	return n
}

func size(b *testing.B, dir, name string) int64 {
	info, err := os.Stat(filepath.Join(dir, name+".parquet"))
	if err != nil {
		b.Fatal(err)
	}
	return info.Size()
}

func cpu(t testing.TB) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// ROWS=4000000 go test -run TestMemory -v ./sinks/parquet prints the peak of
// resident memory.
func TestMemory(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("ROWS"))
	if err != nil {
		t.Skip("set ROWS to measure memory")
	}
	if err := parquet.New(parquet.Config{Dir: t.TempDir()}).Write(t.Context(), newFigures(t, n)); err != nil {
		t.Fatal(err)
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip(err)
	}
	for line := range strings.Lines(string(status)) {
		if strings.HasPrefix(line, "VmHWM") {
			t.Log(n, "rows:", strings.TrimSpace(line))
		}
	}
}
