package eval_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/unicode/norm"

	"github.com/tongket/tongket/pipeline/eval/gold"
)

const goldDir = "../../testdata/gold"

// TestGoldLabels holds the labelled reports to what a label may say: legal
// codes only, and nothing that the document does not say in these words.
func TestGoldLabels(t *testing.T) {
	codes := tableCodes(t)
	seen := map[string]bool{}
	for _, d := range readGold(t) {
		t.Run(d.ID, func(t *testing.T) {
			if seen[d.ID] {
				t.Error("the id stands twice")
			}
			seen[d.ID] = true
			if d.Split != "open" && d.Split != "held" {
				t.Errorf("split %q is neither open nor held", d.Split)
			}
			c := check{T: t, text: goldText(t, d.ID), codes: codes}
			c.identity(d.Identity)
			c.people(d.People)
			c.citations(d.Citations)
			c.measures(d.Measures)
			c.assessments(d.Assessments)
			c.limitations(d.Limitations, d.LimitationRows)
			c.tasks(d.Tasks)
		})
	}
	for _, file := range goldFiles(t, "*") {
		if id := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)); !seen[id] {
			t.Errorf("%s has no labels", file)
		}
	}
}

type check struct {
	*testing.T
	text  string                         // the document in one line
	codes map[string]map[string][]string // table, column: its codes
}

// says reports a label whose words do not stand in the document.
func (c *check) says(what string, words ...string) {
	c.Helper()
	for _, w := range words {
		if w == "" || !strings.Contains(c.text, oneLine(w)) {
			c.Errorf("%s is not in the text: %q", what, w)
		}
	}
}

// code reports a code that tables.yaml does not have in that column.
func (c *check) code(table, column string, code *string) {
	c.Helper()
	if code != nil && !slices.Contains(c.codes[table][column], *code) {
		c.Errorf("%s.%s has no code %q", table, column, *code)
	}
}

var dateForm = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)

func (c *check) date(what string, date *string) {
	c.Helper()
	if date != nil && !dateForm.MatchString(*date) {
		c.Errorf("%s %q is not a year, a month or a day", what, *date)
	}
}

func (c *check) identity(i gold.Identity) {
	c.date("doc_date", i.DocDate)
	c.code("documents", "doc_type", i.DocType)
	c.code("documents", "org_level", i.OrgLevel)
	if i.DocType == nil {
		c.Error("a document without a type")
	}
	if (i.OrgUnit == nil) != (i.OrgLevel == nil) {
		c.Error("org_unit and org_level go together")
	}
	if i.DocNumber != nil && !strings.Contains(squeeze(c.text), squeeze(*i.DocNumber)) {
		c.Errorf("doc_number is not in the text: %q", *i.DocNumber)
	}
}

func (c *check) people(rows []gold.Person) {
	for _, p := range rows {
		c.says("name", p.Name)
		c.says("title", p.Titles...)
		if p.Post != nil {
			c.says("post", *p.Post)
		}
		if p.Evidence != "" {
			c.says("evidence", p.Evidence)
		}
		c.code("people", "role", &p.Role)
		c.code("people", "how", p.How)
		c.code("people", "elected_to", p.ElectedTo)
		c.code("people", "level", p.Level)
		if elected := p.Role == "elected"; elected != (p.ElectedTo != nil) || elected != (p.How != nil) {
			c.Errorf("%s: elected_to and how belong to the role elected", p.Name)
		}
	}
}

func (c *check) citations(rows []gold.Citation) {
	for _, r := range rows {
		c.says("citation", r.Evidence)
		if !strings.Contains(squeeze(r.Evidence), squeeze(r.Symbol)) {
			c.Errorf("symbol %q is not in its evidence %q", r.Symbol, r.Evidence)
		}
		if r.Issuer != nil {
			c.says("issuer", *r.Issuer)
		}
		c.code("citations", "kind", &r.Kind)
		c.date("issued", r.Issued)
	}
}

func (c *check) measures(rows []gold.Measure) {
	for _, m := range rows {
		c.says("evidence", m.Evidence)
		c.code("measures", "body", &m.Body)
		c.code("measures", "attribute", &m.Attribute)
		c.code("measures", "phase", &m.Phase)
		c.code("measures", "stat", &m.Stat)
		c.code("measures", "bound", &m.Bound)
		c.code("measures", "level", m.Level)
		c.date("as_of", m.AsOf)
		if m.WordedZero != (m.Value == 0 && !strings.Contains(m.Evidence, "0")) {
			c.Errorf("worded_zero is for a nought in words: %q", m.Evidence)
		}
		if m.Attribute == "other" && m.Qualifier == nil {
			c.Errorf("an attribute other without words: %q", m.Evidence)
		}
	}
}

func (c *check) assessments(rows []gold.Assessment) {
	for _, a := range rows {
		c.says("rating", a.Rating)
		c.says("evidence", a.Evidence)
		c.code("assessments", "aspect", &a.Aspect)
		c.code("assessments", "polarity", &a.Polarity)
		c.code("assessments", "level", a.Level)
	}
}

func (c *check) limitations(list []string, rows []gold.Limitation) {
	for _, l := range rows {
		c.says("evidence", l.Evidence)
		c.code("limitations", "code", &l.Code)
		c.code("limitations", "body", l.Body)
		c.code("limitations", "level", l.Level)
		if !slices.Contains(list, l.Code) {
			c.Errorf("%s has a row and is not listed", l.Code)
		}
	}
	for _, code := range list {
		if !slices.ContainsFunc(rows, func(l gold.Limitation) bool { return l.Code == code }) {
			c.Errorf("%s is listed and has no row", code)
		}
	}
}

func (c *check) tasks(rows []gold.Task) {
	for _, r := range rows {
		c.says("task", r.Text, r.Evidence)
		if r.Addressee != nil {
			c.says("addressee", *r.Addressee)
		}
		c.date("deadline", r.Deadline)
	}
}

func readGold(t *testing.T) []gold.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(goldDir, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var docs []gold.Document
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		dec := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		dec.DisallowUnknownFields()
		var d gold.Document
		if err := dec.Decode(&d); err != nil {
			t.Fatalf("line %d: %v", len(docs)+1, err)
		}
		docs = append(docs, d)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return docs
}

func goldFiles(t *testing.T, id string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(goldDir, "texts", id+".*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	unshown = regexp.MustCompile(`(?is)<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>`)
	tag     = regexp.MustCompile(`<[^>]*>`)
)

// goldText returns the words of a document in one line, a page without its
// tags. It is deliberately no reader of the program: labels must not lean on one.
func goldText(t *testing.T, id string) string {
	t.Helper()
	files := goldFiles(t, id)
	if len(files) != 1 {
		t.Fatalf("%d files for %s, not one", len(files), id)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if !utf8.ValidString(text) || !norm.NFC.IsNormalString(text) {
		t.Errorf("%s is not UTF-8 in NFC", files[0])
	}
	if filepath.Ext(files[0]) == ".html" {
		text = html.UnescapeString(tag.ReplaceAllString(unshown.ReplaceAllString(text, " "), " "))
	}
	return oneLine(text)
}

// oneLine joins the words of a text by single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// squeeze takes out what may stand between the parts of a symbol.
func squeeze(s string) string {
	s = strings.NewReplacer(" ", "", "–", "", "-", "", "TƯ", "TW").Replace(s)
	return strings.ToLower(s)
}

// tableCodes reads the closed lists of configs/tables.yaml by table and column.
func tableCodes(t *testing.T) map[string]map[string][]string {
	t.Helper()
	data, err := os.ReadFile("../../configs/tables.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Tables []struct {
			Name    string `yaml:"name"`
			Columns []struct {
				Name    string `yaml:"name"`
				CodesOf string `yaml:"codes_of"` // table.column whose codes it has, before its own
				Codes   []struct {
					Code string `yaml:"code"`
				} `yaml:"codes"`
			} `yaml:"columns"`
		} `yaml:"tables"`
	}
	if err := yaml.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string][]string{}
	for _, table := range file.Tables {
		out[table.Name] = map[string][]string{}
		for _, column := range table.Columns {
			for _, c := range column.Codes {
				out[table.Name][column.Name] = append(out[table.Name][column.Name], c.Code)
			}
		}
	}
	for _, table := range file.Tables {
		for _, column := range table.Columns {
			if of, name, ok := strings.Cut(column.CodesOf, "."); ok {
				out[table.Name][column.Name] = append(slices.Clone(out[of][name]), out[table.Name][column.Name]...)
			}
		}
	}
	return out
}
