package parquet_test

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"
	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/parquet"
	"github.com/tongket/tongket/sinks/sinktest"
)

func TestPromises(t *testing.T) {
	sinktest.Promises(t, func(f fsys.FS, dir string) sinktest.Sink {
		return parquet.New(parquet.Config{FS: f, Dir: dir, CreatedBy: "test 1"})
	})
}

func written(t *testing.T, ds report.Dataset) string {
	t.Helper()
	dir := t.TempDir()
	if err := parquet.New(parquet.Config{Dir: dir, CreatedBy: "test 1", Run: "r1", SortedBy: "doc_id"}).Write(t.Context(), ds); err != nil {
		t.Fatal(err)
	}
	return dir
}

// The second reader, made by other people, finds every cell as it was.
func TestSecondReader(t *testing.T) {
	ds := sinktest.Sample()
	dir := written(t, ds)
	for _, table := range ds.Tables() {
		got := readAll(t, filepath.Join(dir, table.Name+".parquet"))
		i := 0
		for row := range ds.Rows(table.Name) {
			if i == len(got) {
				t.Fatalf("%s: %d rows, want more", table.Name, len(got))
			}
			for c, col := range table.Columns {
				if want := plain(row.Cells[c]); got[i][c] != want {
					t.Errorf("%s row %d %s: %q, want %q", table.Name, i, col.Name, got[i][c], want)
				}
			}
			i++
		}
		if i != len(got) {
			t.Errorf("%s: %d rows, want %d", table.Name, len(got), i)
		}
	}
}

func plain(v report.Value) string {
	if v.IsNull() {
		return "null"
	}
	if d, ok := v.Date(); ok {
		return fmt.Sprint(d.First().Unix() / 86400)
	}
	return v.String()
}

func readAll(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := pq.NewGenericReader[any](f)
	defer r.Close()
	var out [][]string
	for {
		rows := make([]pq.Row, 100)
		n, err := r.ReadRows(rows)
		for _, row := range rows[:n] {
			cells := make([]string, len(row))
			for i, v := range row {
				cells[i] = "null"
				if !v.IsNull() {
					cells[i] = v.String()
				}
			}
			out = append(out, cells)
		}
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Strict readers refuse a root that is marked REPEATED, as v17 marks it unless
// told otherwise.
func TestRootIsRequired(t *testing.T) {
	f, err := os.Open(filepath.Join(written(t, sinktest.Sample()), "measures.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, _ := f.Stat()
	file, err := pq.OpenFile(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	root := file.Metadata().Schema[0]
	if r := root.RepetitionType; r.Valid && r.V != format.Required {
		t.Errorf("the root is %v", r.V)
	}
	if by := file.Metadata().CreatedBy; by != "test 1" {
		t.Errorf("created by %q", by)
	}
}

// A reader of the Arrow schema finds what the codebook says of a column.
func TestSchemaDescribesItself(t *testing.T) {
	r, err := file.OpenParquetFile(filepath.Join(written(t, sinktest.Sample()), "documents.parquet"), false)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	reader, err := pqarrow.NewFileReader(r, pqarrow.ArrowReadProperties{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := reader.Schema()
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := schema.Metadata().GetValue("sorted_by"); v != "doc_id" {
		t.Errorf("sorted_by %q", v)
	}
	status := schema.Field(schema.FieldIndices("status")[0])
	if v, _ := status.Metadata.GetValue("label_vi"); v != "Kết quả" || status.Nullable {
		t.Errorf("status: label %q, nullable %v", v, status.Nullable)
	}
	codes, _ := status.Metadata.GetValue("codes")
	var list []report.Code
	if err := json.Unmarshal([]byte(codes), &list); err != nil || len(list) != 3 || list[2].Label.VI != "không đọc được" {
		t.Errorf("codes %s: %v", codes, err)
	}
	pages := schema.Field(schema.FieldIndices("pages")[0])
	if v, _ := pages.Metadata.GetValue("unit"); v != "page" || !pages.Nullable {
		t.Errorf("pages: unit %q, nullable %v", v, pages.Nullable)
	}
}

// Groups of 131,072 rows: a reader skips what it does not need, and the writer
// holds one.
func TestRowGroups(t *testing.T) {
	var ds sinktest.Dataset
	table := report.NewTable("t", report.Label{}, "", []report.Column{{Name: "n", Type: report.TypeInteger}})
	rows := make([]report.Row, 300_000)
	for i := range rows {
		rows[i] = report.Row{Table: table, Cells: []report.Value{report.Int(i)}}
	}
	ds.Add(table, rows...)
	r, err := file.OpenParquetFile(filepath.Join(written(t, &ds), "t.parquet"), false)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if r.NumRows() != 300_000 || r.NumRowGroups() != 3 || r.MetaData().RowGroups[0].NumRows != 131_072 {
		t.Errorf("%d rows in %d groups", r.NumRows(), r.NumRowGroups())
	}
}

// A row that breaks the codebook stops the file and is named.
func TestBrokenRows(t *testing.T) {
	table := report.NewTable("t", report.Label{}, "", []report.Column{
		{Name: "id", Type: report.TypeString},
		{Name: "n", Type: report.TypeInteger, Nullable: true},
	})
	for _, test := range []struct {
		row  report.Row
		want string
	}{
		{report.Row{Table: table, Cells: []report.Value{{}, report.Int(1)}}, "column id: null"},
		{report.Row{Table: table, Cells: []report.Value{report.Text("a"), report.Number(1.5)}}, `column n: "1.5" is no integer`},
		{report.Row{Table: table, Cells: []report.Value{report.Text("a"), report.Text("b")}}, `column n: "b" is no integer`},
	} {
		var ds sinktest.Dataset
		ds.Add(table, test.row)
		err := parquet.New(parquet.Config{Dir: t.TempDir()}).Write(t.Context(), &ds)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v, want %q", err, test.want)
		}
	}
}

// Two readers from outside agree with each other on counts, sums and nulls.
func TestOutsideReaders(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	if exec.Command(python, "-c", "import duckdb, pyarrow.parquet").Run() != nil {
		t.Skip("no duckdb or pyarrow for python3")
	}
	script := `
import sys, duckdb, pyarrow.parquet as pq, datetime
d = sys.argv[1]
n, s, z = duckdb.sql(f"select count(*), sum(value), count(*) filter (where worded_zero is null) from '{d}/measures.parquet'").fetchall()[0]
t = pq.read_table(d + "/measures.parquet")
assert n == t.num_rows == 15, (n, t.num_rows)
assert s == sum(t["value"].to_pylist()), s
assert z == t["worded_zero"].null_count == 10, z
docs = pq.read_table(d + "/documents.parquet")
assert docs["doc_date"].to_pylist() == [datetime.date(2020,8,31), datetime.date(2020,9,1), datetime.date(1890,5,19)], docs["doc_date"]
assert docs.schema.field("pages").metadata[b"unit"] == b"page"
assert duckdb.sql(f"select typeof(doc_date), typeof(pages) from '{d}/documents.parquet'").fetchall()[0] == ("DATE", "BIGINT")
assert duckdb.sql(f"select count(*) from '{d}/tasks.parquet'").fetchall()[0] == (0,)
`
	out, err := exec.Command(python, "-c", script, written(t, sinktest.Sample())).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func Example() {
	dir, _ := os.MkdirTemp("", "parquet")
	defer os.RemoveAll(dir)
	if err := parquet.New(parquet.Config{Dir: dir, CreatedBy: "tongket 1.0.0"}).Write(context.Background(), sinktest.Sample()); err != nil {
		fmt.Println(err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, f := range files {
		fmt.Println(filepath.Base(f))
	}
	// Output:
	// documents.parquet
	// measures.parquet
	// tasks.parquet
}

// manyTexts is a table of long sentences: several batches and more than a
// mebibyte of each column, a page of the format's usual size.
type manyTexts struct {
	table *report.Table
	n     int
	words int // in a sentence
}

func newManyTexts(n, words int) *manyTexts {
	return &manyTexts{report.NewTable("texts", report.Label{}, "", []report.Column{
		{Name: "row_id", Type: report.TypeString}, {Name: "start", Type: report.TypeInteger}, {Name: "place", Type: report.TypeInteger, Nullable: true},
		{Name: "evidence", Type: report.TypeString, Nullable: true},
	}), n, words}
}

func (m *manyTexts) Tables() []*report.Table { return []*report.Table{m.table} }

func (m *manyTexts) Rows(string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		sentence := ""
		for i := range m.n {
			r := report.NewRow(m.table)
			sum := sha256.Sum256([]byte(strconv.Itoa(i)))
			doc := fmt.Sprintf("%016x", uint64(i/12)*0xd1342543de82ef95)
			r.Set("row_id", report.Text(report.RowID(doc, sum)))
			r.Set("start", report.Int(i*31))
			if i%3 == 0 { // a sentence states some three figures
				sentence = "Đại hội bầu " + strings.Repeat(strconv.Itoa(i*i)+" đồng chí, ", m.words)
			}
			if i%7 > 0 {
				r.Set("place", report.Int(i*i%100_003))
				r.Set("evidence", report.Text(sentence))
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

// Texts behind the text before, over many batches and row groups, are read by
// the second reader as they were, and so are the whole numbers beside them; the
// library itself reads them too, in batches.
func TestManyTexts(t *testing.T) {
	for _, x := range []struct{ rows, words int }{{50_000, 12}, {9_000, 1500}} {
		ds := newManyTexts(x.rows, x.words)
		path := filepath.Join(written(t, ds), "texts.parquet")
		got := readAll(t, path)
		if len(got) != x.rows {
			t.Fatalf("%d rows, want %d", len(got), x.rows)
		}
		i := 0
		for r := range ds.Rows("") {
			for c := range r.Cells {
				if want := plain(r.Cells[c]); got[i][c] != want {
					t.Fatalf("row %d, column %d: %.60q, want %.60q", i, c, got[i][c], want)
				}
			}
			i++
		}
		if n := batched(t, path); n != x.rows {
			t.Errorf("in batches %d rows, want %d", n, x.rows)
		}
	}
}

// batched counts the rows that the library reads in batches.
func batched(t *testing.T, path string) int {
	t.Helper()
	f, err := file.OpenParquetFile(path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := pqarrow.NewFileReader(f, pqarrow.ArrowReadProperties{BatchSize: 1000}, memory.DefaultAllocator)
	if err != nil {
		t.Fatal(err)
	}
	batches, err := r.GetRecordReader(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer batches.Release()
	n := 0
	for batches.Next() {
		n += int(batches.Record().NumRows())
	}
	if err := batches.Err(); err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	return n
}

// The least and the greatest text stand in the statistics, whatever batches come
// after the one that had them.
func TestExtremesOfEarlierBatches(t *testing.T) {
	table := report.NewTable("rows", report.Label{}, "", []report.Column{{Name: "name", Type: report.TypeString, Nullable: true}})
	var ds sinktest.Dataset
	rows := []report.Row{sinktest.RowOf(table, "a"), sinktest.RowOf(table, "z")}
	for i := range 50_000 {
		rows = append(rows, sinktest.RowOf(table, fmt.Sprintf("m%05d", i)))
	}
	ds.Add(table, rows...)
	f, err := file.OpenParquetFile(filepath.Join(written(t, &ds), "rows.parquet"), false)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	chunk, err := f.MetaData().RowGroup(0).ColumnChunk(0)
	if err != nil {
		t.Fatal(err)
	}
	s, err := chunk.Statistics()
	if err != nil {
		t.Fatal(err)
	}
	if low, high := string(s.EncodeMin()), string(s.EncodeMax()); low != "a" || high != "z" {
		t.Errorf("from %q to %q, want from a to z", low, high)
	}
}

// habits is a table of columns whose values repeat, over several row groups. The
// texts of one stop repeating, until no dictionary holds them.
type habits struct{ table *report.Table }

func newHabits() habits {
	return habits{report.NewTable("habits", report.Label{}, "", []report.Column{
		{Name: "unit", Type: report.TypeString}, {Name: "year", Type: report.TypeInteger, Nullable: true}, {Name: "day", Type: report.TypeDate, Nullable: true},
		{Name: "share", Type: report.TypeNumber, Nullable: true}, {Name: "text", Type: report.TypeString, Nullable: true},
	})}
}

func (h habits) Tables() []*report.Table { return []*report.Table{h.table} }

func (h habits) Rows(string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		for i := range 300_000 {
			r := report.NewRow(h.table)
			r.Set("unit", report.Text(fmt.Sprintf("xã số %06d", i/1000)))
			if i%3 > 0 {
				r.Set("year", report.Int(2010+i/7%4*5))
				r.Set("share", report.Number(float64(i%40)/4))
			}
			if i%5 > 1 {
				d, _ := report.NewDate(2010+i/50_000, 1+i%12, 0)
				r.Set("day", report.Day(d))
			}
			switch {
			case i < 20_000:
				r.Set("text", report.Text("câu số "+strconv.Itoa(i%50)))
			case i%2 == 0:
				r.Set("text", report.Text("câu chỉ đứng ở một dòng, dòng số "+strconv.Itoa(i)))
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

// Values that repeat are read back as they were by the second reader and by the
// library, whatever row group they stand in, also where a dictionary grows too
// large in the middle; and the statistics of a row group are those of its own
// rows.
func TestDictionaries(t *testing.T) {
	ds := newHabits()
	path := filepath.Join(written(t, ds), "habits.parquet")
	got, i := readAll(t, path), 0
	for r := range ds.Rows("") {
		for c := range r.Cells {
			if want := plain(r.Cells[c]); got[i][c] != want {
				t.Fatalf("row %d, column %d: %q, want %q", i, c, got[i][c], want)
			}
		}
		i++
	}
	if n := batched(t, path); len(got) != i || n != i {
		t.Errorf("%d rows, and %d in batches, want %d", len(got), n, i)
	}
	f, err := file.OpenParquetFile(path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for g, want := range []string{"xã số 000000 xã số 000131 0", "xã số 000131 xã số 000262 0", "xã số 000262 xã số 000299 0"} {
		unit, err := f.MetaData().RowGroup(g).ColumnChunk(0)
		if err != nil {
			t.Fatal(err)
		}
		s, err := unit.Statistics()
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(string(s.EncodeMin()), " ", string(s.EncodeMax()), " ", s.NullCount()); got != want {
			t.Errorf("row group %d: %s, want %s", g, got, want)
		}
	}
}
