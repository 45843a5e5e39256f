package extractors

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/assemble"
	"github.com/tongket/tongket/pipeline/report"
)

// Profiles of a researcher, in the order of her day.
var edited = []struct {
	says   string
	fields string
	tables string
	every  bool // all rules have to go over every document
	// anywhere says that every document may be touched, as no words tell where.
	anywhere bool
}{
	{says: "the embedded one"},
	{says: "a rule by words", fields: `
rules:
  - {id: my.flood, kind: keyword, table: limitations, settings: {column: code, words: {complaints_present: [bão lũ, lũ lụt], papers_weak: [hội trường chật]}}}`},
	{says: "a word more, one less", fields: `
rules:
  - {id: my.flood, kind: keyword, table: limitations, settings: {column: code, words: {complaints_present: [bão lũ, thiên tai], papers_weak: [hội trường chật]}}}`},
	{says: "another condition", fields: `
rules:
  - {id: my.flood, kind: keyword, table: limitations, settings: {column: code, words: {complaints_present: [bão lũ, thiên tai], papers_weak: [hội trường chật]}, need: [đại hội], not: [hội thảo]}}`},
	{says: "words more under it", fields: `
rules:
  - {id: my.flood, kind: keyword, table: limitations, settings: {column: code, words: {complaints_present: [bão lũ, thiên tai, khó khăn], papers_weak: [hội trường chật]}, need: [đại hội, hội nghị], not: [khắc phục]}}`},
	{says: "an embedded rule off, another in its place", fields: `
off: [limitation.female_low]
rules:
  - {id: my.women, kind: code, table: limitations, settings: {code: female_low, aspect: personnel, cue: [chưa đạt, còn thấp], need: [[cán bộ nữ, tỷ lệ nữ]]}}`},
	{says: "a code of her own", fields: `
rules:
  - {id: my.women, kind: code, table: limitations, settings: {code: female_low, aspect: personnel, cue: [chưa đạt, còn thấp], need: [[cán bộ nữ, tỷ lệ nữ]], lead: [về], decoy: [đạt chuẩn], bodies: {committee: [ban chấp hành]}}}`},
	{says: "another lead, decoy and body", fields: `
rules:
  - {id: my.women, kind: code, table: limitations, settings: {code: female_low, aspect: personnel, cue: [chưa đạt, còn thấp], need: [[cán bộ nữ, tỷ lệ nữ]], lead: [về, giới thiệu], decoy: [đạt chuẩn, đạt kết quả], bodies: {committee: [ban chấp hành, đảng ủy xã]}}}`},
	{says: "an expression", fields: `
rules:
  - {id: my.unit, kind: pattern, table: documents, settings: {column: org_unit, near: [huyện ủy], expr: '(?P<value>Huyện ủy [^,.;]*)', rank: 90}}`},
	{says: "a column with its rule", fields: `
rules:
  - {id: my.venue, kind: pattern, table: documents, settings: {column: venue, near: [hội trường], expr: '(?P<value>Hội trường [^,.;]*)'}}`, tables: `
tables:
  - name: documents
    columns: [{name: venue, type: string, label: {vi: Nơi họp, en: Venue}, description: Where the congress met}]`},
	{says: "two columns, a table and a code", fields: `
rules:
  - {id: my.venue, kind: pattern, table: documents, settings: {column: hall, near: [hội trường], expr: '(?P<value>Hội trường [^,.;]*)'}}
  - {id: my.flood, kind: keyword, table: limitations, settings: {column: code, words: {flood: [bão lũ, lũ lụt]}}}`, tables: `
tables:
  - name: documents
    columns:
      - {name: hall, type: string, label: {vi: Hội trường, en: Hall}, description: Where the congress met}
      - {name: seats, type: integer, label: {vi: Số ghế, en: Seats}, description: Seats of the hall}
  - name: limitations
    columns: [{name: code, codes: [{code: flood, label: {vi: bão lũ, en: flood}, description: A flood}]}]
  - name: halls
    label: {vi: Hội trường, en: Halls}
    description: Halls
    columns: [{name: hall, type: string, label: {vi: Hội trường, en: Hall}, description: A hall}]`},
	{says: "other labels, a comment and an example", fields: `
# Halls are where congresses meet.
rules:
  - {id: my.venue, kind: pattern, table: documents, settings: {column: hall, near: [hội trường], expr: '(?P<value>Hội trường [^,.;]*)'}, examples: [{text: "Đại hội đã họp.", rows: []}]}
  - {id: my.flood, kind: keyword, table: limitations, settings: {column: code, words: {flood: [bão lũ, lũ lụt]}}}`, tables: `
tables:
  - name: documents
    columns:
      - {name: hall, type: string, label: {vi: Nơi họp, en: Place}, description: The hall}
      - {name: seats, type: integer, label: {vi: Chỗ ngồi, en: Chairs}, description: Chairs of the hall}
  - name: limitations
    columns: [{name: code, codes: [{code: flood, label: {vi: lũ, en: floods}, description: Floods}]}]
  - name: halls
    label: {vi: Nơi họp, en: Places}
    description: Places
    columns: [{name: hall, type: string, label: {vi: Nơi họp, en: Place}, description: A place}]`},
	{says: "a column that decides which rows are one", every: true, tables: `
tables:
  - name: people
    columns: [{name: nickname, key: true, type: string, label: {vi: Bí danh, en: Nickname}, description: Another name}]`},
	{says: "a column whose name the program knows", every: true, tables: `
tables:
  - name: documents
    columns: [{name: evidence, type: string, label: {vi: Dẫn chứng, en: Evidence}, description: A sentence}]`},
	{says: "an embedded rule off whose words are in a lexicon", anywhere: true, fields: "off: [assessment.aspect]"},
	{says: "the rule of figures with a setting of hers", anywhere: true, fields: `
off: [measures.figure]
rules:
  - {id: my.figure, kind: quantity, table: measures, settings: {unread: false}}`},
	{says: "the ordinal and term of a congress off", anywhere: true, fields: "off: [identity.congress]"},
	{says: "an organisation told by a word of hers", anywhere: true, fields: `
off: [identity.organisation]
rules:
  - {id: my.organisation, kind: organisation, table: documents, settings: {party: [đảng bộ, chi bộ, đảng ủy, tỉnh ủy, huyện ủy], state: [ủy ban nhân dân, cổ đông]}}`},
	{says: "a level where a word stands", fields: `
rules:
  - {id: my.level, kind: keyword, table: documents, settings: {column: org_level, words: {cell: [chi bộ ấp]}, rank: 1}}`},
	{says: "a rule with a constant", fields: `
rules:
  - {id: my.symbol, kind: pattern, table: citations, settings: {column: symbol, near: [hội trường], expr: '(?P<value>hội trường [^ ]*)', set: {kind: other, issuer: x}}}`},
	{says: "people off, and a pattern among the findings", anywhere: true, fields: `
off: [people.mention]
rules:
  - {id: my.findings, kind: pattern, table: findings, settings: {column: stated, near: [đại biểu], expr: '(?P<value>[0-9]+) đại biểu', set: {kind: unread_figure, severity: info, message: mine}}}`},
}

// A revision finds what all rules find: for every pair of profiles and reports of the
// gold.
func TestRevision(t *testing.T) {
	if testing.Short() {
		t.Skip("extracts all gold under several profiles")
	}
	var docs []*report.Document
	for i, g := range labelled(t) {
		if doc, ok := documentOf(t, g.ID); ok && i%16 == 0 {
			docs = append(docs, doc)
		}
	}
	profiles, outlines, found := make([]*configs.Profile, len(edited)), make([]Outline, len(edited)), make([][]report.Found, len(edited))
	for i, e := range edited {
		p, err := configs.Load(fstest.MapFS{"fields/mine.yaml": {Data: []byte(e.fields)}, "tables.yaml": {Data: []byte(e.tables)}})
		if err != nil {
			t.Fatalf("%s: %v", e.says, err)
		}
		profiles[i] = p
		if outlines[i], err = OutlineOf(p); err != nil {
			t.Fatal(err)
		}
		set, err := New(p)
		if err != nil {
			t.Fatalf("%s: %v", e.says, err)
		}
		if found[i], err = set.Each(docs); err != nil {
			t.Fatal(err)
		}
	}
	for i := range edited {
		for j := range edited {
			if i > 0 && j > 0 && max(i-j, j-i) > 1 && (i+3*j)%4 > 0 { // there are 360 pairs
				continue
			}
			r, ok := Revise(outlines[i], outlines[j], profiles[j])
			if ok == ((edited[i].every || edited[j].every) && i != j) {
				t.Errorf("%s, then %s: told apart: %v", edited[i].says, edited[j].says, ok)
			}
			if !ok {
				continue
			}
			got, stand := revised(t, r, docs, profiles[j].Tables, found[i])
			for k, doc := range docs {
				if !sameRows(got[k].Rows, found[j][k].Rows) || got[k].About != found[j][k].About {
					t.Errorf("%s, then %s: %s has other rows (tables %v)", edited[i].says, edited[j].says, doc.Path, got[k].Tables)
				}
			}
			t.Logf("%s, then %s: of %d documents %d stand; else tables %v", edited[i].says, edited[j].says, len(docs), stand, r.tables)
			if stand == 0 && !edited[i].anywhere && !edited[j].anywhere {
				t.Errorf("%s, then %s: every document is extracted again", edited[i].says, edited[j].says)
			}
		}
	}
}

// What rules say of a document governs others exactly where these are told of it.
func TestGoverning(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range p.Table("documents").Columns {
		v := report.Text("x")
		switch c.Type {
		case report.TypeInteger, report.TypeNumber:
			v = report.Int(1)
		case report.TypeDate:
			v = report.Day(report.Date{Year: 2025, Month: 6, Day: 12, Precision: report.DayOfMonth})
		default:
		}
		var id scan.Identity
		merge(&id, assemble.Identity([]report.Fact{{Table: "documents", Fields: []report.Field{{Column: c.Name, Value: v}}}}))
		if told := id != (scan.Identity{}); told != slices.Contains(governing, c.Name) {
			t.Errorf("%s: other rules are told of it: %v", c.Name, told)
		}
	}
}

// Whoever changed a word in one of the rules that say what a document is about has a rule
// of the same kind: it is asked when the embedded one was.
func TestOwnRulesKeepTheirTurn(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var docs []*report.Document
	for i, g := range labelled(t) {
		if doc, ok := documentOf(t, g.ID); ok && i%8 == 0 {
			docs = append(docs, doc)
		}
	}
	found := func(p *configs.Profile) []report.Found {
		set, err := New(p)
		if err != nil {
			t.Fatal(err)
		}
		found, err := set.Each(docs)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	own := *p
	own.Rules = slices.Clone(p.Rules)
	for kind, k := range Builtin() {
		if k.turn == 0 {
			continue
		}
		of := func(r configs.Rule) bool { return r.Kind == kind }
		i := slices.IndexFunc(own.Rules, of)
		r := own.Rules[i]
		r.Own = true
		own.Rules = append(slices.DeleteFunc(own.Rules, of), r) // a layer comes last
	}
	want := found(p)
	for i, f := range found(&own) {
		if !sameRows(f.Rows, want[i].Rows) || f.About != want[i].About {
			t.Errorf("%s: other rows", docs[i].Path)
		}
	}
}

// The rules that fill some tables, asked with those that they ask and no others, find there
// what they find among all rules.
func TestAskedAlone(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	all, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	o, err := OutlineOf(p)
	if err != nil {
		t.Fatal(err)
	}
	var docs []*report.Document
	for _, g := range labelled(t) {
		if doc, ok := documentOf(t, g.ID); ok {
			docs = append(docs, doc)
		}
	}
	whole, err := all.Each(docs)
	if err != nil {
		t.Fatal(err)
	}
	kinds, done := Builtin(), map[string]bool{}
	for _, r := range o.Rules {
		d := differences{rules: []RuleOutline{r}}
		tables := kinds.touchedBy(d, o)
		name := strings.Join(slices.Sorted(maps.Keys(tables)), ", ")
		if d.govern() || done[name] {
			continue
		}
		done[name] = true
		part := *p
		part.Rules = kinds.asked(p.Rules, tables)
		some, err := New(&part)
		if err != nil {
			t.Fatal(err)
		}
		some.view = some.view.only(tables)
		rows, err := some.Each(docs)
		if err != nil {
			t.Fatal(err)
		}
		others := func(r report.Row) bool { return !tables[r.Table.Name] }
		for i, doc := range docs {
			if !sameRows(slices.DeleteFunc(rows[i].Rows, others), slices.DeleteFunc(slices.Clone(whole[i].Rows), others)) {
				t.Errorf("%s: other rows of %s when %d of %d rules are asked", doc.Path, name, len(part.Rules), len(p.Rules))
			}
		}
	}
	if len(done) < 4 {
		t.Errorf("only %d sets of tables are filled alone", len(done))
	}
}

// revised are the rows of documents under a changed profile: what the revision gives,
// among those of before that stand. It says of how many documents all do.
func revised(t *testing.T, r *Revision, docs []*report.Document, tables []*report.Table, before []report.Found) (got []report.Found, standing int) {
	t.Helper()
	about := make([]int64, len(docs))
	for k := range docs {
		about[k] = before[k].About
	}
	got, err := r.Each(docs, about)
	if err != nil {
		t.Fatal(err)
	}
	for k, f := range got {
		if f.Stands {
			got[k].Rows = before[k].Rows
			standing++
			continue
		}
		if f.Tables == nil {
			continue
		}
		got[k].Rows = nil
		for _, table := range tables {
			from := before[k].Rows
			if slices.Contains(f.Tables, table.Name) {
				from = f.Rows
			}
			for _, row := range from {
				if row.Table.Name == table.Name {
					got[k].Rows = append(got[k].Rows, row)
				}
			}
		}
	}
	return got, standing
}

func sameRows(a, b []report.Row) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Table.Name != b[i].Table.Name || !within(a[i], b[i]) || !within(b[i], a[i]) {
			return false
		}
	}
	return true
}

// within reports whether a row has what another one has; a column that it lacks is
// null.
func within(b, a report.Row) bool {
	for i, c := range a.Table.Columns {
		if !reflect.DeepEqual(a.Cells[i], b.Get(c.Name)) {
			return false
		}
	}
	return true
}

// A kind writes the tables that its line names, and no others: by these it is told which
// rows a changed rule can change.
func TestKindsWrite(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	set, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	kinds, wrote := Builtin(), map[string]bool{}
	for _, g := range labelled(t) {
		doc, ok := documentOf(t, g.ID)
		if !ok {
			continue
		}
		text := set.Scan(doc)
		for _, r := range set.rules {
			r.extractor.Facts(text, func(f report.Fact) {
				wrote[r.Kind+" "+f.Table] = true
				if !slices.Contains(kinds[r.Kind].tables(r.Table), f.Table) {
					t.Errorf("%s: rule %s of kind %s writes %s", doc.Path, r.ID, r.Kind, f.Table)
				}
			})
		}
		text.Release()
	}
	for kind, k := range kinds {
		for _, table := range k.into {
			if !wrote[kind+" "+table] {
				t.Errorf("kind %s wrote no %s", kind, table)
			}
		}
	}
}

// Labels, descriptions, examples and comments shape what is shown: no text is touched.
func TestLabelsTouchNoText(t *testing.T) {
	outline := func(says string) (Outline, *configs.Profile) {
		for _, e := range edited {
			if e.says == says {
				p, err := configs.Load(fstest.MapFS{"fields/mine.yaml": {Data: []byte(e.fields)}, "tables.yaml": {Data: []byte(e.tables)}})
				if err != nil {
					t.Fatal(err)
				}
				o, err := OutlineOf(p)
				if err != nil {
					t.Fatal(err)
				}
				return o, p
			}
		}
		t.Fatalf("no profile %q", says)
		return Outline{}, nil
	}
	before, old := outline("two columns, a table and a code")
	now, p := outline("other labels, a comment and an example")
	if old.RowsHash == p.RowsHash {
		t.Error("the two profiles are one")
	}
	if d, ok := differ(before, now); !ok || len(d.conditions) > 0 {
		t.Errorf("%v, %v", d, ok)
	}
}
