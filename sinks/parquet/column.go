package parquet

import (
	"fmt"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/file"

	"github.com/tongket/tongket/pipeline/report"
)

// column gathers the values of one column: as numbers of a dictionary, or as they
// are. In the first batch all are gathered by a dictionary, but for truths; what
// it tells decides.
type column struct {
	*report.Column
	habit  *habit // of the first batch; nil after
	coded  bool   // by the dictionary
	words  dictionary
	used   int // words of the rows that the open row group has
	nulls  int // of them
	plain  values
	before report.Value // not null
	at     int32        // its number

	rows    int
	numbers []int32 // of every row, 0 for null
	levels  []int16 // of every row of a column that may have nulls: 0 for null, else 1
}

func newColumn(c *report.Column) column {
	l := layouts[c.Type]
	x := column{Column: c, coded: l != asTruths, plain: newValues(l), words: dictionary{values: newValues(l)}}
	if x.coded && c.Type != report.TypeCode { // what they repeat is known
		x.habit = &habit{}
	}
	return x
}

// add takes a cell in, and says whether the values that are kept are more. A value
// of another type than its column's, or an absent one where the codebook promises a
// value, is our bug and stops the file.
func (c *column) add(v *report.Value) (grown bool, err error) {
	level := int16(1)
	switch {
	case v.IsNull():
		if !c.Nullable {
			return false, fmt.Errorf("column %s: null, but the codebook promises a value", c.Name)
		}
		level = 0
	case c.coded && *v == c.before: // most rows repeat the one before
		c.habit.again(v)
	default:
		if grown, err = c.take(v); err != nil {
			return false, err
		}
	}
	c.rows++
	if c.Nullable {
		c.levels = append(c.levels, level)
	}
	if c.coded {
		c.numbers = append(c.numbers, c.at)
	}
	return grown, nil
}

// take takes a value in that is not that of the row before.
func (c *column) take(v *report.Value) (grown bool, err error) {
	d, ok := c.plain.layout.datum(v)
	if !ok {
		return false, fmt.Errorf("column %s: %q is no %s", c.Name, v, c.Type)
	}
	if !c.coded {
		c.plain.add(d)
		return true, nil
	}
	n, known := c.words.number(d)
	c.habit.note(v, &c.before, known)
	c.before, c.at = *v, int32(n)
	return !known, nil
}

// bytes is how much the texts take.
func (c *column) bytes() int { return max(len(c.plain.texts), len(c.words.values.texts)) }

// present reports whether a row has a value.
func (c *column) present(row int) bool { return !c.Nullable || c.levels[row] == 1 }

// settle ends the watching: a column whose values do not repeat goes on without a
// dictionary.
func (c *column) settle() {
	if c.habit == nil {
		return
	}
	repeats, length := c.habit.repeats(c.Type), c.habit.length
	if c.habit = nil; repeats {
		return
	}
	c.plain.texts = make([]byte, 0, length)
	for row, n := range c.numbers {
		if c.present(row) {
			c.plain.addFrom(&c.words.values, int(n))
		}
	}
	c.uncode()
}

func (c *column) uncode() {
	c.coded, c.numbers, c.before = false, nil, report.Value{}
	c.words = dictionary{values: newValues(c.plain.layout)}
}

// renumber begins a dictionary of a new row group, with the values of the batch.
func (c *column) renumber() {
	if !c.coded {
		return
	}
	old := c.words.values
	c.words, c.used, c.nulls, c.before = dictionary{values: newValues(old.layout)}, 0, 0, report.Value{}
	for row, n := range c.numbers {
		if c.present(row) {
			n, _ := c.words.number(old.get(int(n)))
			c.numbers[row] = int32(n)
		}
	}
}

// write hands the rows over, and begins anew.
func (c *column) write(to file.ColumnChunkWriter, texts []parquet.ByteArray) (err error) {
	if c.coded {
		if err = c.writeNumbers(to); err == nil && c.words.bytes() >= dictionaryBytes {
			err = c.giveUp(to)
		}
	} else {
		err = c.writePlain(to, texts)
	}
	c.rows, c.numbers, c.levels = 0, c.numbers[:0], c.levels[:0]
	c.plain.renew()
	return err
}

func (c *column) writeNumbers(to file.ColumnChunkWriter) error {
	var there *memory.Buffer
	c.used = c.words.values.n
	nulls := 0
	for _, level := range c.levels {
		nulls += 1 - int(level)
	}
	if c.nulls += nulls; nulls > 0 {
		bits := make([]byte, (c.rows+7)/8)
		for i, level := range c.levels {
			bits[i>>3] |= byte(level) << (i & 7)
		}
		there = memory.NewBufferBytes(bits)
	}
	numbers := memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(c.numbers))
	data := array.NewData(arrow.PrimitiveTypes.Int32, c.rows, []*memory.Buffer{there, numbers}, nil, nulls, 0)
	return to.WriteDictIndices(array.NewInt32Data(data), c.levels, nil)
}

func (c *column) writePlain(to file.ColumnChunkWriter, texts []parquet.ByteArray) (err error) {
	v := &c.plain
	switch to := to.(type) {
	case *file.ByteArrayColumnChunkWriter:
		for i := range v.n {
			texts = append(texts, v.text(i))
		}
		_, err = to.WriteBatch(texts, c.levels, nil)
	case *file.Int64ColumnChunkWriter:
		_, err = to.WriteBatch(v.ints, c.levels, nil)
	case *file.Float64ColumnChunkWriter:
		_, err = to.WriteBatch(v.floats, c.levels, nil)
	case *file.Int32ColumnChunkWriter:
		_, err = to.WriteBatch(v.days, c.levels, nil)
	case *file.BooleanColumnChunkWriter:
		_, err = to.WriteBatch(v.truths, c.levels, nil)
	}
	return err
}

// end hands the dictionary of a row group over: only now it is whole.
func (c *column) end(to file.ColumnChunkWriter) error {
	if !c.coded {
		return nil
	}
	words := c.words.values.array(c.used)
	to.PageStatistics().IncNulls(int64(c.nulls))
	if err := to.PageStatistics().UpdateFromArrow(words, false); err != nil || c.used == 0 {
		return err
	}
	return to.CurrentEncoder().(interface{ PutDictionary(arrow.Array) error }).PutDictionary(words)
}

// giveUp ends a dictionary that has grown too large. What comes is written plain,
// and in other row groups the library sees itself what repeats.
func (c *column) giveUp(to file.ColumnChunkWriter) error {
	err := c.end(to)
	to.FallbackToPlain()
	c.uncode()
	return err
}
