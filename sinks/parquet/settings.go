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
	// batchRows rows are handed over at once; 1,024 cost 40 % more CPU time.
	// The bytes do not depend on it: it divides groupRows.
	batchRows = 16_384
	// zstdLevel 9 would cost half as much CPU time again for 3 % of the size.
	zstdLevel = 3
	// statsBytes keeps quotations out of the statistics of pages: nobody
	// prunes by them, and they would stand in the footer.
	statsBytes = 64
	// dictionaryShare is the share of distinct values in the first batch above
	// which a dictionary only costs.
	dictionaryShare = 0.3
)

// properties chooses an encoding column by column, from the share of distinct
// values in the first batch: a dictionary for what repeats, deltas for the
// lengths of texts and for integers that do not.
func properties(c Config, t *report.Table, distinct []float64) *parquet.WriterProperties {
	options := []parquet.WriterProperty{
		// v17 marks the root of the schema REPEATED unless told; strict
		// readers then misread or refuse the file.
		parquet.WithRootRepetition(parquet.Repetitions.Required),
		parquet.WithCompression(compress.Codecs.Zstd),
		parquet.WithCompressionLevel(zstdLevel),
		parquet.WithMaxRowGroupLength(groupRows),
		parquet.WithVersion(parquet.V2_LATEST),
		parquet.WithDataPageVersion(parquet.DataPageV1), // every reader knows it
		parquet.WithMaxStatsSize(statsBytes),
		parquet.WithCreatedBy(c.CreatedBy),
	}
	for i, col := range t.Columns {
		if col.Type == report.TypeBoolean {
			options = append(options, parquet.WithDictionaryFor(col.Name, false))
			continue
		}
		if distinct[i] <= dictionaryShare {
			continue
		}
		options = append(options, parquet.WithDictionaryFor(col.Name, false), parquet.WithEncodingFor(col.Name, plainEncoding(col.Type)))
	}
	return parquet.NewWriterProperties(options...)
}

// plainEncoding is the encoding of a column whose values do not repeat.
func plainEncoding(t report.Type) parquet.Encoding {
	switch t {
	case report.TypeString, report.TypeCode:
		return parquet.Encodings.DeltaLengthByteArray
	case report.TypeInteger, report.TypeDate:
		return parquet.Encodings.DeltaBinaryPacked
	case report.TypeNumber, report.TypeBoolean:
	}
	return parquet.Encodings.Plain
}
