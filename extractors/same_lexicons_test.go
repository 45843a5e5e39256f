package extractors

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/profiletest"
	"github.com/tongket/tongket/pipeline/report"
)

// What a changed lexicon can touch is told by the words of its changed rows, or it
// is not told.
func TestChangedWords(t *testing.T) {
	outline := func(t *testing.T, files map[string]string) Outline {
		t.Helper()
		p, err := configs.Load(folder(files))
		if err != nil {
			t.Fatal(err)
		}
		o, err := OutlineOf(p)
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	const (
		scopes    = "phrase\ttopic\treach\n"
		ratings   = "phrase\tsays\tweak\taspect\n"
		kinds     = "word\tkind\tletters\tplain\n"
		bodies    = "word\tbody\tuse\tlevel\tplace\n"
		provinces = "canonical\ttype\tvalid_from\tvalid_to\tprovince_2025\taliases\n"
	)
	embedded := outline(t, nil)
	for _, c := range []struct {
		reason string
		files  map[string]string
		want   string // the words, "all" where all documents may be touched
	}{
		{"nothing", nil, ""},
		{"a comment is no word", map[string]string{"lexicons/scope.tsv": "# mine\n" + scopes}, ""},
		{"a line that is there", map[string]string{"lexicons/surnames.tsv": "surname\nNguyễn\nTrần\n"}, ""},
		{"a word more", map[string]string{"lexicons/scope.tsv": scopes + "hội đồng giải thưởng\tassembly\tsentence\n"}, "hội đồng giải thưởng"},
		{"a word less", map[string]string{"lexicons/surnames.tsv": "surname\n-Nguyễn\n"}, "nguyễn"},
		{"a word less and back is in another place", map[string]string{"lexicons/surnames.tsv": "surname\n-Nguyễn\nNguyễn\n"}, "all"},
		{"what a word says", map[string]string{"lexicons/titles.tsv": "title\tpost\trank\n-Bí thư\nBí thư\tother\tno\n"}, "bí thư"},
		{"choices", map[string]string{"lexicons/ratings.tsv": ratings + "{rất|khá} gọn gàng\tstrength\tno\t\n"}, "khá gọn gàng, rất gọn gàng, {rất|khá} gọn gàng"},
		{"two lexicons", map[string]string{"lexicons/scope.tsv": scopes + "giải thưởng\tassembly\tsentence\n", "lexicons/honorifics.tsv": "word\tmany\nbạn\tno\n"}, "bạn, giải thưởng"},
		{"a kind of document by its word", map[string]string{"lexicons/citation_kinds.tsv": kinds + "thông tri\tother\t\tno\n"}, "thông tri"},
		{"letters stand in symbols", map[string]string{"lexicons/citation_kinds.tsv": kinds + "thông tri\tother\tTTR\tno\n"}, "all"},
		{"a body", map[string]string{"lexicons/measure_bodies.tsv": bodies + "ban chấp hành lâm thời\tcommittee\tbody\t\t\n"}, "ban chấp hành lâm thời"},
		{"a degree that heads of tables abbreviate", map[string]string{"lexicons/measure_attributes.tsv": "word\tattribute\tqualifier\tform\n-đại học\n"}, "all"},
		{"a word that is a kind of unit, too", map[string]string{"lexicons/measure_links.tsv": "word\tlink\nhuyện\tcut\n"}, "all"},
		{"another name of a province brings all its names", map[string]string{"lexicons/provinces.tsv": provinces + "Bắc Kạn\tprovince\t\t2025-06-30\tThái Nguyên\tBắc Cạn cũ\n"}, "bắc cạn, bắc cạn cũ, bắc kạn"},
		{"a province that is called by the day", map[string]string{"lexicons/provinces.tsv": provinces + "Huế\tcity\t2025-01-01\t\tHuế\tcố đô\n"}, "all"},
		{"a rule that writes provinces", map[string]string{"lexicons/provinces.tsv": provinces + "Bắc Kạn\tprovince\t\t2025-06-30\tThái Nguyên\tBắc Cạn cũ\n", "fields/mine.yaml": `
rules:
  - {id: my.province, kind: keyword, table: documents, settings: {column: province, words: {"Bắc Kạn": [ATK]}}}`}, "all"},
		{"a rule that reads other lexicons", map[string]string{"lexicons/scope.tsv": scopes + "giải thưởng\tassembly\tsentence\n", "fields/mine.yaml": `
off: [citation.symbol]
rules:
  - {id: my.citations, kind: citation, table: citations, settings: {issuers: issuers}}`}, "all"},
		{"kinds of units", map[string]string{"lexicons/unit_types.tsv": "type\tlevel\tlevel_2025\town\tlong\nkhu tập thể\tcell\tcell\tno\tno\n"}, "all"},
		{"words of whole cells", map[string]string{"lexicons/measure_table.tsv": "word\trole\tfor\nMã số\tnumber\t\n"}, "all"},
		{"a list of one's own", map[string]string{"lexicons/mine.tsv": "word\nbão lũ\n"}, "all"},
	} {
		mine := outline(t, c.files)
		if got := diffOf(embedded, mine); got != c.want {
			t.Errorf("%s: %s, want %s", c.reason, got, c.want)
		}
		if got := diffOf(mine, embedded); got != c.want {
			t.Errorf("%s, and back: %s, want %s", c.reason, got, c.want)
		}
	}
}

func folder(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// diffOf are the words by which lexicons differ, in small letters.
func diffOf(before, now Outline) string {
	words, ok := changedWords(before, now)
	if !ok {
		return "all"
	}
	for i, w := range words {
		words[i] = strings.ToLower(w)
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), ", ")
}

// Where the words of changed lexicons do not stand, a document gives the same rows:
// for random words of random documents, said to be anything, and random lines less.
func TestSameOfLexicons(t *testing.T) {
	if testing.Short() {
		t.Skip("extracts all gold under several profiles")
	}
	embedded, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var docs []*report.Document
	var texts []string
	for i, g := range labelled(t) {
		if doc, ok := documentOf(t, g.ID); ok && i%5 == 0 {
			docs, texts = append(docs, doc), append(texts, doc.Text)
		}
	}
	told, spared, differ := 0, 0, 0
	var before Outline
	var rows []report.Found
	for seed := range uint64(30) {
		layer := profiletest.Random(rand.New(rand.NewPCG(seed, 6)), embedded.Wordlists, texts)
		p, err := configs.Load(folder(layer))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		set, err := New(p)
		if err != nil {
			t.Logf("seed %d: no profile: %v", seed, err)
			continue
		}
		now, err := OutlineOf(p)
		if err != nil {
			t.Fatal(err)
		}
		found, err := set.Each(docs)
		if err != nil {
			t.Fatal(err)
		}
		if r, ok := Revise(before, now, p); ok && rows != nil {
			told++
			got, stand := revised(t, r, docs, p.Tables, rows)
			spared += stand
			for i, doc := range docs {
				if !sameRows(rows[i].Rows, found[i].Rows) {
					differ++
				}
				if !sameRows(got[i].Rows, found[i].Rows) {
					t.Errorf("seed %d: %s has other rows: %v", seed, doc.Path, layer)
				}
			}
		}
		before, rows = now, found
	}
	t.Logf("%d changes were told apart: of %d documents %d differ, %d are not extracted", told, told*len(docs), differ, spared)
	if told < 10 || spared < told*len(docs)/10 || differ == 0 {
		t.Errorf("%d changes were told apart: of %d documents %d differ, %d are not extracted", told, told*len(docs), differ, spared)
	}
}
