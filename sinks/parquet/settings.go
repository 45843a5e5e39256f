package parquet

import (
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"

	"github.com/tongket/tongket/pipeline/report"
)

const (
	// groupRows is the length of a row group. The library's default, 64 Mi
	// rows, makes one group that must stand in memory whole.
	groupRows = 131_072
	// batchRows rows are handed over at once at first, to choose encodings by, and
	// then laterRows: the writer keeps batches in memory until the row group ends,
	// for their least and greatest texts. 1,024 cost 40 % more CPU time. The bytes
	// do not depend on it: both divide groupRows.
	batchRows, laterRows = 16_384, 4_096
	// batchBytes and groupBytes bound the texts of one column in a batch and in
	// a row group, pageBytes a page: one page holds all of a column in a row
	// group. v17 writes texts behind the text before across the border of a
	// page, which other readers rightly refuse; so there must be no border.
	batchBytes = 4 << 20
	groupBytes = 16 << 20
	pageBytes  = 64 << 20
	// zstdLevel 3 would cost a fifth of the CPU time again for 5 % of the size: the
	// tables of 10,000 reports are 31.0 MB at 1 and 29.6 MB at 3.
	zstdLevel = 1
	// statsBytes keeps quotations out of the statistics of pages: nobody
	// prunes by them, and they would stand in the footer.
	statsBytes = 64
	// newShare is the share of values never seen before, in the second half of
	// the first batch, above which a dictionary only costs.
	newShare = 0.4
	// dictionaryBytes is what a dictionary may grow to in a row group: at 1 MiB
	// the library gives it up and writes the rest plain.
	dictionaryBytes = 1 << 20
	// dictionaryNumbers is how many different numbers a dictionary is worth.
	dictionaryNumbers = 2048
	// prefixShare is the share of a text that it has in common with the one
	// before, above which only the rest is written: sentences that state
	// several figures stand in as many rows.
	prefixShare = 0.25
)

// properties chooses an encoding column by column, from what the first batch
// tells: a dictionary for what repeats, the rest behind the text before for
// what repeats its neighbour, deltas of lengths and integers for the others.
func properties(c Config, t *report.Table, habits []habit) *parquet.WriterProperties {
	options := []parquet.WriterProperty{
		// v17 marks the root of the schema REPEATED unless told; strict
		// readers then misread or refuse the file.
		parquet.WithRootRepetition(parquet.Repetitions.Required),
		parquet.WithCompression(compress.Codecs.Zstd),
		parquet.WithCompressionLevel(zstdLevel),
		parquet.WithMaxRowGroupLength(groupRows),
		parquet.WithBatchSize(batchRows),
		parquet.WithDataPageSize(pageBytes),
		parquet.WithVersion(parquet.V2_LATEST),
		parquet.WithDataPageVersion(parquet.DataPageV1), // every reader knows it
		parquet.WithMaxStatsSize(statsBytes),
		parquet.WithCreatedBy(c.CreatedBy),
	}
	for i, col := range t.Columns {
		switch h := habits[i]; {
		case col.Type == report.TypeBoolean:
			options = append(options, parquet.WithDictionaryFor(col.Name, false))
		case !h.repeats(col.Type):
			options = append(options, parquet.WithDictionaryFor(col.Name, false), parquet.WithEncodingFor(col.Name, encoding(&t.Columns[i], h)))
		}
	}
	return parquet.NewWriterProperties(options...)
}

// encoding is that of a column whose values do not repeat. Packed deltas are for
// columns without nulls: v17 reads its own with nulls wrongly, in more than one
// batch.
func encoding(c *report.Column, h habit) parquet.Encoding {
	switch c.Type {
	case report.TypeString, report.TypeCode:
		if h.prefix() > prefixShare {
			return parquet.Encodings.DeltaByteArray
		}
		return parquet.Encodings.DeltaLengthByteArray
	case report.TypeInteger, report.TypeDate:
		if !c.Nullable {
			return parquet.Encodings.DeltaBinaryPacked
		}
	case report.TypeNumber, report.TypeBoolean:
	}
	return parquet.Encodings.Plain
}
