package configs

import (
	_ "embed"
	"time"
)

//go:embed default.yaml
var defaultYAML []byte

// Settings are the settings of a run. default.yaml says what each means.
type Settings struct {
	Out       string   `mapstructure:"out"`
	Profile   string   `mapstructure:"profile"`
	Formats   []string `mapstructure:"formats"`
	Evidence  bool     `mapstructure:"evidence"`
	Lang      string   `mapstructure:"lang"`
	Workers   int      `mapstructure:"workers"`
	Units     string   `mapstructure:"units"`
	Passwords string   `mapstructure:"passwords"`
	OCR       string   `mapstructure:"ocr"`
	Keep      int      `mapstructure:"keep"`
	Metrics   string   `mapstructure:"metrics"`
	Limits    Limits   `mapstructure:"limits"`
	Failures  Failures `mapstructure:"failures"`
	Log       Log      `mapstructure:"log"`
}

// Limits bound what a run takes on.
type Limits struct {
	Bytes       Size          `mapstructure:"bytes"`
	Hand        Size          `mapstructure:"hand"`
	Time        time.Duration `mapstructure:"time"`
	Grace       time.Duration `mapstructure:"grace"`
	Attachments int           `mapstructure:"attachments"`
	Depth       int           `mapstructure:"depth"`
	Members     int           `mapstructure:"members"`
	Expansion   Size          `mapstructure:"expansion"`
	Ratio       int           `mapstructure:"ratio"`
	Pages       int           `mapstructure:"pages"`
	Parts       int           `mapstructure:"parts"`
	Unpacked    Size          `mapstructure:"unpacked"`
}

// Failures say how many documents may fail.
type Failures struct {
	Max    MaxFailed `mapstructure:"max"`
	Window Window    `mapstructure:"window"`
}

// Log says how the program logs.
type Log struct {
	Format string `mapstructure:"format"`
	Level  string `mapstructure:"level"`
}
