package sinks_test

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/stats"
	"github.com/tongket/tongket/sinks"
	"github.com/tongket/tongket/sinks/sinktest"
)

// The same questions asked of the rows of documents in SQL give what the
// summary tables say; counts, sums and nulls of the workbook are those of the
// Parquet files.
func TestStatisticsAgainstSQL(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil || exec.Command(python, "-c", "import duckdb, openpyxl, pyarrow").Run() != nil {
		t.Skip("no python3 with duckdb and openpyxl")
	}
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	ds := stats.Add(sinktest.NewDemo(p.Tables, 150, 3), stats.Config{Tables: p.Tables, Thresholds: p.Thresholds, Provinces: p.Wordlists["provinces"]})
	sink, err := sinks.Builtin().New(sinks.Run{Dir: dir, Program: "tongket"}, "parquet", "xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if err := sink.Write(t.Context(), ds); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", questions, filepath.ToSlash(dir)).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

const questions = `
import sys, glob, os, duckdb, openpyxl
d = sys.argv[1]
c = duckdb.connect()
for f in glob.glob(d + "/parquet/*.parquet"):
    c.execute(f"create view {os.path.basename(f)[:-8]} as select * from '{f}'")
def ask(q): return c.execute(q).fetchall()
def same(what, ours, sql):
    ours, sql = sorted(ask(ours), key=str), sorted(ask(sql), key=str)
    assert len(ours) == len(sql) and len(ours) > 0, (what, len(ours), len(sql), ours[:3], sql[:3])
    for a, b in zip(ours, sql):
        for x, y in zip(a, b):
            assert x == y or isinstance(x, float) and y is not None and abs(x - y) < 1e-9 * max(1, abs(x)), (what, a, b)
    print(what, len(ours), "rows agree")

# one report a unit and term here, so the unit's own figure is the report's
c.execute("""create view figures as select d.unit_key, d.org_level as level, d.term_start, d.province_2025, m.body, m.attribute, coalesce(m.qualifier, '') as q,
    m.value, (select any_value(t.value) from measures t where t.doc_id = m.doc_id and t.body = m.body and t.attribute = 'total' and t.phase = 'actual' and t.stat = 'count' and t.level is null) as base
    from measures m join documents d using (doc_id) where m.stat = 'count' and m.phase = 'actual' and m.level is null and m.place is null and d.unit_key is not null and d.same_as is null""")

same("women by unit", "select unit_key, term_start, women, women_base, women_share from unit_results where body = 'committee' and scope = 'own'",
     "select unit_key, term_start, value, base, value / base * 100 from figures where body = 'committee' and attribute = 'female'")
same("pooled shares", "select level, term_start, attribute, coalesce(qualifier, ''), units, units_none, figure, base, figure / base * 100 from series where province_2025 is null and body = 'committee' and attribute in ('female', 'young', 're_elected', 'ethnic_minority')",
     "select level, term_start, attribute, q, count(*), count(*) filter (where value = 0), sum(value), sum(base), sum(value) / sum(base) * 100 from figures where body = 'committee' and attribute in ('female', 'young', 're_elected', 'ethnic_minority') group by all")
same("pooled by province of 2025", "select province_2025, term_start, figure, base from series where province_2025 is not null and body = 'committee' and attribute = 'female'",
     "select province_2025, term_start, sum(value), sum(base) from figures where body = 'committee' and attribute = 'female' group by all")
same("median and quartiles over units", "select term_start, quartile_1, median, quartile_3 from series where province_2025 is null and body = 'committee' and attribute = 'female'",
     "select term_start, quantile_cont(value / base * 100, 0.25), quantile_cont(value / base * 100, 0.5), quantile_cont(value / base * 100, 0.75) from figures where body = 'committee' and attribute = 'female' group by all")
same("units under 15 % women in 2020", "select unit_key, gap from threshold_checks where threshold = 'xiii.committee.women' and not met",
     "select unit_key, value / base * 100 - 15 from figures where term_start = 2020 and body = 'committee' and attribute = 'female' and value / base < 0.15")
same("change of women", "select unit_key, share_before, share_now, difference from changes where body = 'committee' and attribute = 'female'",
     "select unit_key, a.value / a.base * 100, b.value / b.base * 100, b.value / b.base * 100 - a.value / a.base * 100 from figures a join figures b using (unit_key, body, attribute) where a.term_start = 2015 and b.term_start = 2020 and body = 'committee' and attribute = 'female'")
same("limitations by term", "select code, term_start, documents, base from limitation_rates where grouping = 'term'",
     """with could as (select distinct doc_id from limitations union select distinct doc_id from assessments where polarity = 'limitation'),
        codes as (select distinct code from limitations), bases as (select term_start, count(*) as n from could join documents using (doc_id) group by all)
        select codes.code, bases.term_start, count(distinct l.doc_id), any_value(bases.n) from codes cross join bases
        left join (limitations l join documents e on e.doc_id = l.doc_id) on l.code = codes.code and e.term_start is not distinct from bases.term_start group by codes.code, bases.term_start""")
same("assessments in all", "select aspect, polarity, documents, base from assessment_rates where grouping = 'all'",
     "select aspect, polarity, count(distinct doc_id), (select count(distinct doc_id) from assessments) from assessments group by all")
same("recurring limitations", "select unit_key, code, times from recurrences",
     "select unit_key, code, count(distinct term_start) from limitations join documents using (doc_id) group by all having count(distinct term_start) > 1")
same("cross-tab", "select row, \"column\", count from crosstabs where tab = 'measures_body_attribute'", "select attribute, body, count(*) from measures group by all")
same("directives", "select term_start, symbol, documents, base from directives",
     "select term_start, symbol, count(distinct doc_id), (select count(*) from documents e where e.term_start = d.term_start) from citations join documents d using (doc_id) group by all")

wb = openpyxl.load_workbook(d + "/congress.xlsx", data_only=True, read_only=True)
for sheet, table, header, column in [("Số liệu", "measures", "Giá trị", "value"), ("Kết quả theo đơn vị", "unit_results", "Nữ", "women"), ("Tổng hợp theo nhiệm kỳ", "series", "Tỷ lệ (%)", "share")]:
    rows = list(wb[sheet].iter_rows(min_row=3, values_only=True))
    at = rows[0].index(header)
    cells = [r[at] if at < len(r) else None for r in rows[1:]]
    n, s, nulls = ask(f"select count(*), sum({column}), count(*) - count({column}) from {table}")[0]
    assert n == len(cells) and nulls == cells.count(None), (sheet, n, len(cells), nulls, cells.count(None))
    assert abs(s - sum(x for x in cells if x is not None)) < 1e-6 * abs(s), (sheet, s)
    print("workbook", sheet, n, "rows,", nulls, "blank, sum", s)

import pyarrow.parquet as pq
said = {(r[0], r[2]): (r[9], bool(r[6]), r[7] == "có") for r in wb["Bảng mã"].iter_rows(min_row=4, values_only=True)}
fields = 0
for f in glob.glob(d + "/parquet/*.parquet"):
    for x in pq.read_schema(f):
        m = x.metadata or {}
        assert said[(os.path.basename(f)[:-8], x.name)] == (m[b"description"].decode(), bool(m.get(b"unit")), x.nullable), (f, x.name)
        fields += 1
assert fields == len(said)
print("codebook sheet and Parquet metadata agree on", fields, "columns")
`
