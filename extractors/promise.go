package extractors

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/pipeline/report"
)

// filled are the columns that every row gets of the program, whatever its rule.
var filled = []string{"doc_id", "row_id", "evidence", "rule", "confidence"}

// promises holds a rule to its table: each of its rows has a value in every
// column that the table says is never empty, and the table has every column
// that the kind fills. Rows of documents are the program's own: a rule gives
// them single columns.
func promises(t *report.Table, k Kind, x kind.Extractor) error {
	if t.Name == "documents" {
		return nil
	}
	fills := k.fills
	if f, ok := x.(kind.Filler); ok {
		fills = slices.Concat(fills, f.Fills())
	}
	var faults []error
	for _, name := range k.fills {
		if t.Index(name) < 0 {
			faults = append(faults, t.NoColumn(name))
		}
	}
	for _, c := range t.Columns {
		if !c.Nullable && !slices.Contains(filled, c.Name) && !slices.Contains(fills, c.Name) {
			faults = append(faults, fmt.Errorf("every row of %s has a value in column %s, but this rule can leave it empty; with kind pattern name the column in set, or give a group that every match has its name; nullable: false can be left out of a column of your own", t.Name, c.Name))
		}
	}
	return errors.Join(faults...)
}

// mayFill refuses a table that the rules of a kind cannot fill: one that the program
// makes of others, one without the columns of evidence, or one of another kind.
func (k Kind) mayFill(p *configs.Profile, table string) error {
	if len(k.into) > 0 && !slices.Contains(k.into, table) {
		return fmt.Errorf("this kind fills the table %s, not %s", k.into[0], table)
	}
	if t := p.Table(table); kind.Fillable(t) {
		return nil
	}
	var names []string
	for _, t := range p.Tables {
		if kind.Fillable(t) {
			names = append(names, t.Name)
		}
	}
	return fmt.Errorf("no rule fills the table %s: the program makes it of others, or it lacks the columns of evidence (common: false); rules fill %s", table, strings.Join(names, ", "))
}
