package stats

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/tongket/tongket/pipeline/codec"
)

// Unit is one organisation of a roster: what should have sent a report.
type Unit struct {
	// Name is the organisation, with or without "Đảng bộ": "huyện Sông Mây".
	Name string `yaml:"unit"`
	// Level is a code of org_level, Province an official name.
	Level    string `yaml:"level"`
	Province string `yaml:"province"`
	// From and To are the years in which it existed; 0 is open.
	From int `yaml:"from"`
	To   int `yaml:"to"`
}

// Roster is a list of units in little room: a country has tens of thousands, and
// they are alive as long as a run. The zero Roster has none.
type Roster struct{ packed string }

// NewRoster packs units.
func NewRoster(units []Unit) Roster {
	var e codec.Encoder
	e.Once()
	for _, u := range units {
		e.String(u.Name)
		e.Text(u.Level)
		e.Text(u.Province)
		e.Int(u.From)
		e.Int(u.To)
	}
	return Roster{string(e.B)}
}

// All yields the units in their order.
func (r Roster) All() iter.Seq[Unit] {
	return func(yield func(Unit) bool) {
		d := codec.Decode(r.packed)
		d.Once()
		for d.Rest() > 0 && yield(Unit{Name: d.String(), Level: d.Text(), Province: d.Text(), From: d.Int(), To: d.Int()}) {
		}
	}
}

// existed reports whether the unit was there when the congress of a term was
// held. A unit that ended in the year of the congress is not asked for.
func (u Unit) existed(term int) bool {
	return (u.From == 0 || u.From <= term) && (u.To == 0 || u.To > term)
}

// rosterColumns are the columns of a roster; unit and level must be there.
var rosterColumns = []string{"unit", "level", "province", "from", "to"}

// ReadRoster reads a roster: YAML (a list of entries) where the name ends in
// .yaml or .yml, else a table with a header line, parted by tabs, semicolons or
// commas, in UTF-8. Columns are unit, level, province, from and to. All faults
// come at once, each with its line.
func ReadRoster(name string, r io.Reader) ([]Unit, error) {
	data, err := io.ReadAll(io.LimitReader(r, 64<<20))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".yaml" || ext == ".yml" {
		units, err := decodeUnits(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		var faults []error
		for i, u := range units {
			faults = append(faults, u.check(fmt.Sprintf("%s: entry %d", name, i+1)))
		}
		return units, errors.Join(faults...)
	}
	return readRosterTable(name, bytes.TrimPrefix(data, []byte("\ufeff")))
}

// decodeUnits turns a panic of the YAML library, which some broken texts cause,
// into an error.
func decodeUnits(data []byte) (units []Unit, err error) {
	defer func() {
		if r := recover(); r != nil {
			units, err = nil, fmt.Errorf("no YAML: %v", r)
		}
	}()
	err = yaml.UnmarshalWithOptions(data, &units, yaml.DisallowUnknownField())
	return units, err
}

func readRosterTable(name string, data []byte) ([]Unit, error) {
	c := csv.NewReader(bytes.NewReader(data))
	c.FieldsPerRecord, c.LazyQuotes = -1, true
	head, _, _ := bytes.Cut(data, []byte("\n"))
	for _, comma := range "\t;" {
		if bytes.ContainsRune(head, comma) {
			c.Comma = comma
			break
		}
	}
	header, err := c.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: no header line: %w", name, err)
	}
	for i := range header {
		header[i] = strings.ToLower(strings.TrimSpace(header[i]))
		if !slices.Contains(rosterColumns, header[i]) {
			return nil, fmt.Errorf("%s:1: column %q: want %s", name, header[i], strings.Join(rosterColumns, ", "))
		}
	}
	var units []Unit
	var faults []error
	for {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			return units, errors.Join(faults...)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		line, _ := c.FieldPos(0)
		u, err := rosterUnit(header, record)
		faults = append(faults, prefixed(fmt.Sprintf("%s:%d", name, line), err), u.check(fmt.Sprintf("%s:%d", name, line)))
		units = append(units, u)
	}
}

func prefixed(where string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", where, err)
}

func rosterUnit(header, record []string) (u Unit, err error) {
	for i, cell := range record {
		if cell = strings.TrimSpace(cell); i >= len(header) || cell == "" {
			continue
		}
		switch header[i] {
		case "unit":
			u.Name = cell
		case "level":
			u.Level = cell
		case "province":
			u.Province = cell
		case "from":
			u.From, err = year(cell)
		case "to":
			u.To, err = year(cell)
		}
		if err != nil {
			return u, err
		}
	}
	return u, nil
}

func year(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1900 || n > 2200 {
		return 0, fmt.Errorf("%q is no year", s)
	}
	return n, nil
}

func (u Unit) check(where string) error {
	var faults []error
	if u.Name == "" {
		faults = append(faults, fmt.Errorf("%s: no unit", where))
	}
	if _, known := ranks[u.Level]; !known || u.Level == "" {
		faults = append(faults, fmt.Errorf("%s: level %q: want cell, grassroots, upper_grassroots, province or central", where, u.Level))
	}
	return errors.Join(faults...)
}
