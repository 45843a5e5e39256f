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
	whole := place{file: file, data: data}
	for i, t := range f.Thresholds {
		at := whole.of("thresholds", i)
		if slices.ContainsFunc(l.profile.Thresholds, func(u report.Threshold) bool { return u.ID == t.ID }) {
			faults = append(faults, fmt.Errorf("%s: threshold %s exists already; switch it off with off: [%s] and give yours another id", at, t.ID, t.ID))
			continue
		}
		if err := checkThreshold(t); err != nil {
			faults = append(faults, fmt.Errorf("%s: threshold %s: %w", at, t.ID, err))
			continue
		}
		l.profile.Thresholds = append(l.profile.Thresholds, t)
		l.thresholdsAt = append(l.thresholdsAt, at)
	}
	for i, id := range f.On {
		faults = append(faults, l.switchThreshold(whole.of("on", i), id, false))
	}
	for i, id := range f.Off {
		faults = append(faults, l.switchThreshold(whole.of("off", i), id, true))
	}
	return errors.Join(faults...)
}

func (l *loader) switchThreshold(at place, id string, off bool) error {
	var ids []string
	for i := range l.profile.Thresholds {
		t := &l.profile.Thresholds[i]
		if t.ID == id {
			t.Off = off
			return nil
		}
		ids = append(ids, t.ID)
	}
	return fmt.Errorf("%s: no threshold %q%s", at, id, report.DidYouMean(id, ids))
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
	known := func(i int, key, column, code string) {
		c := m.Column(column)
		if c == nil {
			return
		}
		var codes []string
		for _, x := range c.Codes {
			codes = append(codes, x.Code)
		}
		if !slices.Contains(codes, code) {
			l.fail(fmt.Errorf("%s: threshold %s: no %s %q%s", l.thresholdsAt[i].of(key), l.profile.Thresholds[i].ID, column, code, report.DidYouMean(code, codes)))
		}
	}
	for i, t := range l.profile.Thresholds {
		known(i, "body", "body", t.Body)
		known(i, "attribute", "attribute", t.Attribute)
		for _, level := range t.Levels {
			known(i, "levels", "level", level)
		}
	}
}
