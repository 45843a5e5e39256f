package configs

import (
	"errors"
	"fmt"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

type thresholdsFile struct {
	Version    int                `yaml:"version"`
	On         []string           `yaml:"on"`
	Off        []string           `yaml:"off"`
	Thresholds []report.Threshold `yaml:"thresholds"`
}

// thresholds layers one thresholds.yaml over the profile: it adds entries and
// switches those below on or off by id.
func (l *loader) thresholds(file string, data []byte) error {
	var f thresholdsFile
	if err := decodeYAML(file, data, &f); err != nil {
		return err
	}
	var faults []error
	for _, t := range f.Thresholds {
		if slices.ContainsFunc(l.profile.Thresholds, func(u report.Threshold) bool { return u.ID == t.ID }) {
			faults = append(faults, fmt.Errorf("%s: threshold %s exists already; switch it off with off: [%s] and give yours another id", file, t.ID, t.ID))
			continue
		}
		if err := checkThreshold(t); err != nil {
			faults = append(faults, fmt.Errorf("%s: threshold %s: %w", file, t.ID, err))
			continue
		}
		l.profile.Thresholds = append(l.profile.Thresholds, t)
	}
	for _, id := range f.On {
		faults = append(faults, l.switchThreshold(file, id, false))
	}
	for _, id := range f.Off {
		faults = append(faults, l.switchThreshold(file, id, true))
	}
	return errors.Join(faults...)
}

func (l *loader) switchThreshold(file, id string, off bool) error {
	var ids []string
	for i := range l.profile.Thresholds {
		t := &l.profile.Thresholds[i]
		if t.ID == id {
			t.Off = off
			return nil
		}
		ids = append(ids, t.ID)
	}
	return fmt.Errorf("%s: no threshold %q%s", file, id, didYouMean(id, ids))
}

func checkThreshold(t report.Threshold) error {
	switch {
	case t.ID == "" || t.Body == "" || t.Attribute == "" || t.Term == 0:
		return errors.New("it needs id, term, body and attribute")
	case t.Stat != "percent" && t.Stat != "count":
		return fmt.Errorf("stat %q: want percent or count", t.Stat)
	case t.Min == nil && t.Max == nil:
		return errors.New("it needs min or max")
	case t.Min != nil && t.Max != nil && *t.Min > *t.Max:
		return fmt.Errorf("min %v is above max %v", *t.Min, *t.Max)
	case t.Source == "":
		return errors.New("it needs a source")
	case t.Title.VI == "":
		return errors.New("it needs a title in Vietnamese")
	}
	return nil
}

// checkThresholdCodes holds the codes of thresholds against the table measures.
func (l *loader) checkThresholdCodes() {
	m := l.profile.Table("measures")
	if m == nil {
		return
	}
	known := func(id, column, code string) {
		c := m.Column(column)
		if c == nil {
			return
		}
		var codes []string
		for _, x := range c.Codes {
			codes = append(codes, x.Code)
		}
		if !slices.Contains(codes, code) {
			l.fail(fmt.Errorf("thresholds.yaml: threshold %s: no %s %q%s", id, column, code, didYouMean(code, codes)))
		}
	}
	for _, t := range l.profile.Thresholds {
		known(t.ID, "body", t.Body)
		known(t.ID, "attribute", t.Attribute)
		for _, level := range t.Levels {
			known(t.ID, "level", level)
		}
	}
}
