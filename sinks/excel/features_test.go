package excel

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/stats"
	"github.com/tongket/tongket/sinks/sinktest"
)

// demoUnits is how many units the book has: FEATURES_UNITS=5000 makes one of 10,000
// documents.
func demoUnits() int {
	n, _ := strconv.Atoi(os.Getenv("FEATURES_UNITS"))
	return max(n, 16)
}

// built writes a workbook of n units and returns what was asked of it.
func built(t *testing.T, n int, lang string) (string, features) {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	ds := stats.Add(sinktest.NewDemo(p.Tables, n, 1), stats.Config{Tables: p.Tables, Thresholds: p.Thresholds, Provinces: p.Wordlists["provinces"]})
	c := Config{Lang: lang, Program: "tongket", Run: "r1", Source: func(p string) string { return "../" + p }, Evidence: func(d, r string) string { return "evidence/" + d + ".html#" + r }}
	dir := t.TempDir()
	spool, err := fsys.OS.OpenFile(filepath.Join(dir, "spool"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer spool.Close()
	b, err := newBook(c, ds, newPacker(spool))
	if err != nil {
		t.Fatal(err)
	}
	defer b.file.Close()
	if err := b.fill(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return b.pack })
	var out bytes.Buffer
	if err := errors.Join(b.file.Write(io.Discard), b.pack.finish(&out)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "congress.xlsx")
	if err := os.WriteFile(name, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name, b.asked
}

// Every feature that was asked for is in the file: a stream drops what it is
// asked for at the wrong moment, and says nothing.
func TestFeaturesAskedAreFound(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		name, asked := built(t, demoUnits(), lang)
		var found features
		for part, data := range unpacked(t, name) {
			count := func(what string) int { return strings.Count(data, what) }
			switch {
			case strings.HasPrefix(part, "xl/worksheets/sheet"):
				found.tables += count("<tablePart ")
				found.panes += count("<pane ")
				found.validations += count("<dataValidation ")
				found.formats += count("<cfRule ")
				found.footers += count("<oddFooter>")
			case strings.HasPrefix(part, "xl/charts/chart"):
				found.charts++
			case strings.HasPrefix(part, "xl/pivotTables/pivotTable"):
				found.pivots++
			case part == "xl/workbook.xml":
				found.titles += count(`"_xlnm.Print_Titles"`)
			}
		}
		if found != asked {
			t.Errorf("%s: found %+v, asked %+v", lang, found, asked)
		}
		if demoUnits() < 100 && asked.charts != 5 || asked.pivots != 1 || asked.tables < 25 || asked.validations < 15 {
			t.Errorf("%s: the demo asks for less than it should: %+v", lang, asked)
		}
	}
}

func unpacked(t *testing.T, name string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil { // the checksum too
			t.Fatalf("%s: %v", f.Name, err)
		}
		parts[f.Name] = string(data)
	}
	return parts
}

// What Excel would offer to repair: parts that are no XML, relations to parts
// that are not there, parts that the list of types does not know, tables whose
// headers are empty or alike or are not those of the sheet.
func TestNothingToRepair(t *testing.T) {
	name, _ := built(t, demoUnits(), "vi")
	parts := unpacked(t, name)
	types := parts[contentTypes]
	for part, data := range parts {
		d := xml.NewDecoder(strings.NewReader(data))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", part, err)
			}
		}
		if part != contentTypes && !strings.HasSuffix(part, ".rels") && !strings.Contains(types, `"/`+part+`"`) && !strings.Contains(types, `Extension="`+strings.TrimPrefix(path.Ext(part), ".")+`"`) {
			t.Errorf("%s is in no list of types", part)
		}
		if strings.HasSuffix(part, ".rels") {
			checkRelations(t, part, data, parts)
		}
	}
	f, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	names := map[string]bool{}
	for _, sheet := range f.GetSheetList() {
		tables, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			if names[strings.ToLower(table.Name)] {
				t.Errorf("two tables are called %s", table.Name)
			}
			names[strings.ToLower(table.Name)] = true
			checkHeaders(t, f, sheet, table.Range)
		}
	}
}

func checkRelations(t *testing.T, part, data string, parts map[string]string) {
	t.Helper()
	var rels struct {
		Relationship []struct {
			Target     string `xml:",attr"`
			TargetMode string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal([]byte(data), &rels); err != nil {
		t.Fatal(err)
	}
	base := path.Dir(path.Dir(part))
	for _, r := range rels.Relationship {
		target := path.Join(base, r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = r.Target[1:]
		}
		if _, ok := parts[target]; !ok && r.TargetMode != "External" {
			t.Errorf("%s leads to %s, which is not there", part, target)
		}
	}
}

func checkHeaders(t *testing.T, f *excelize.File, sheet, area string) {
	t.Helper()
	from, to, _ := strings.Cut(area, ":")
	c1, r, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	c2, _, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for c := c1; c <= c2; c++ {
		h, err := f.GetCellValue(sheet, cellName(c, r))
		if err != nil || h == "" || seen[strings.ToLower(h)] || len([]rune(h)) > 255 {
			t.Errorf("%s: header %q of column %d: empty, twice or too long (%v)", sheet, h, c, err)
		}
		seen[strings.ToLower(h)] = true
	}
}

// Programs that others made open the book: openpyxl finds its sheets, tables and
// charts, LibreOffice renders it.
func TestOtherProgramsOpenIt(t *testing.T) {
	name, asked := built(t, demoUnits(), "vi")
	if python, err := exec.LookPath("python3"); err == nil && exec.Command(python, "-c", "import openpyxl").Run() == nil {
		script := `
import sys, warnings, openpyxl
warnings.simplefilter("error")
wb = openpyxl.load_workbook(sys.argv[1])
print(sum(len(ws.tables) for ws in wb), sum(len(ws._charts) for ws in wb), sum(len(ws._pivots) for ws in wb))
values = openpyxl.load_workbook(sys.argv[1], data_only=True, read_only=True)
print(sum(1 for _ in values["Số liệu"].iter_rows()))
`
		out, err := exec.Command(python, "-c", script, name).CombinedOutput()
		if err != nil {
			t.Fatalf("openpyxl: %v\n%s", err, out)
		}
		f := strings.Fields(string(out))
		if len(f) != 4 || f[0] != strconv.Itoa(asked.tables) || f[1] != strconv.Itoa(asked.charts) || f[2] != strconv.Itoa(asked.pivots) {
			t.Errorf("openpyxl found %q, asked %+v", out, asked)
		}
	} else {
		t.Log("no openpyxl for python3")
	}
	if testing.Short() || demoUnits() > 100 { // the print of 10,000 documents has some 50,000 pages
		return
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice")
	}
	dir := t.TempDir()
	out, err := exec.Command(office, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, name).CombinedOutput()
	if info, statErr := os.Stat(filepath.Join(dir, "congress.pdf")); err != nil || statErr != nil || info.Size() < 10_000 {
		t.Errorf("LibreOffice: %v, %v\n%s", err, statErr, out)
	}
}
