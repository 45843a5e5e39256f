//go:build deps

// Package tongket holds nothing: this file keeps the pinned modules in go.mod
// while the rooms that import them are being built.
package tongket

import (
	_ "codeberg.org/readeck/go-readability/v2"
	_ "github.com/apache/arrow/go/v17/parquet/pqarrow"
	_ "github.com/bodgit/sevenzip"
	_ "github.com/extrame/xls"
	_ "github.com/fsnotify/fsnotify"
	_ "github.com/gabriel-vasile/mimetype"
	_ "github.com/goccy/go-yaml"
	_ "github.com/google/go-cmp/cmp"
	_ "github.com/google/renameio/v2"
	_ "github.com/klauspost/compress/zstd"
	_ "github.com/klippa-app/go-pdfium/webassembly"
	_ "github.com/nwaples/rardecode/v2"
	_ "github.com/parquet-go/parquet-go"
	_ "github.com/richardlehane/mscfb"
	_ "github.com/robfig/cron/v3"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/santhosh-tekuri/jsonschema/v6"
	_ "github.com/spf13/cobra"
	_ "github.com/spf13/viper"
	_ "github.com/tdewolff/parse/v2/xml"
	_ "github.com/tetratelabs/wazero"
	_ "github.com/ulikunitz/xz"
	_ "github.com/xuri/excelize/v2"
	_ "go.uber.org/goleak"
	_ "golang.org/x/image/tiff"
	_ "golang.org/x/net/html"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/text/unicode/norm"
	_ "gonum.org/v1/gonum/stat"
	_ "pgregory.net/rapid"
)
