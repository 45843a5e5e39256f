package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// lastSerial is the serial number of 31 December 9999.
const lastSerial = 2_958_465

// moment shows a serial number of days as date, time or both. A format that
// only arranges digits is written in Vietnamese order; one with words of its
// own ("ngày" dd "tháng" mm) as it stands.
func (s *section) moment(v float64, base1904 bool) string {
	if v < 0 || v > lastSerial+1 || math.IsNaN(v) {
		return General(v)
	}
	t := Time(v, base1904)
	if s.literals {
		return s.asWritten(v, t)
	}
	date, clock := s.dateOf(t), s.clockOf(v, t)
	return strings.TrimSpace(date + " " + clock)
}

// Time is the moment of a serial number, to the second. The calendar of Excel
// has a 29 February 1900 that never was.
func Time(serial float64, base1904 bool) time.Time {
	day := math.Floor(serial)
	seconds := math.Round((serial - day) * 24 * 60 * 60)
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case base1904:
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case serial < 60:
		base = base.AddDate(0, 0, 1)
	}
	return base.AddDate(0, 0, int(day)).Add(time.Duration(seconds) * time.Second)
}

// asks reports which parts of a date and time a section shows. An m beside hours
// or seconds is minutes.
func (s *section) asks() (year, month, day, hour, minute, second bool) {
	var before byte
	for i, t := range s.tokens {
		if t.kind != datePart && t.kind != elapsed {
			continue
		}
		c := t.text[0]
		switch c {
		case 'y':
			year = true
		case 'd':
			day = true
		case 'h':
			hour = true
		case 's':
			second = true
		case 'm':
			if before == 'h' || s.nextPart(i) == 's' || t.kind == elapsed {
				minute = true
				c = 'n'
			} else {
				month = true
			}
		}
		before = c
	}
	return year, month, day, hour, minute, second
}

func (s *section) nextPart(i int) byte {
	for _, t := range s.tokens[i+1:] {
		if t.kind == datePart || t.kind == elapsed {
			return t.text[0]
		}
	}
	return 0
}

func (s *section) dateOf(t time.Time) string {
	year, month, day, _, _, _ := s.asks()
	switch {
	case day && month && year:
		return t.Format("02/01/2006")
	case month && year:
		return t.Format("01/2006")
	case day && month:
		return t.Format("02/01")
	case year:
		return t.Format("2006")
	case month:
		return t.Format("01")
	case day:
		return t.Format("02")
	}
	return ""
}

func (s *section) clockOf(v float64, t time.Time) string {
	_, _, _, hour, minute, second := s.asks()
	hours := t.Hour()
	if s.has(elapsed) {
		hours += int(math.Floor(v)) * 24
	}
	switch {
	case hour && second:
		return fmt.Sprintf("%02d:%02d:%02d", hours, t.Minute(), t.Second())
	case hour && minute:
		return fmt.Sprintf("%02d:%02d", hours, t.Minute())
	case hour:
		return fmt.Sprintf("%02d", hours)
	case minute && second:
		return fmt.Sprintf("%02d:%02d", t.Minute(), t.Second())
	}
	return ""
}

// asWritten fills a date into a format with words.
func (s *section) asWritten(v float64, t time.Time) string {
	var b strings.Builder
	var before byte
	for i, tok := range s.tokens {
		switch tok.kind {
		case literal:
			b.WriteString(tok.text)
		case point:
			b.WriteByte('.')
		case elapsed:
			fmt.Fprintf(&b, "%d", int(math.Floor(v))*24+t.Hour())
			before = 'h'
		case datePart:
			c := tok.text[0]
			if c == 'm' && (before == 'h' || s.nextPart(i) == 's') {
				c = 'n'
			}
			b.WriteString(filled(c, len(tok.text), t))
			before = c
		case digit, atSign, generalMark:
		}
	}
	return strings.TrimSpace(b.String())
}

// filled is one part of a date or time at a width.
func filled(c byte, width int, t time.Time) string {
	n := 0
	switch c {
	case 'y':
		if width <= 2 {
			return t.Format("06")
		}
		return t.Format("2006")
	case 'm':
		n = int(t.Month())
	case 'd':
		n = t.Day()
	case 'h':
		n = t.Hour()
	case 'n':
		n = t.Minute()
	case 's':
		n = t.Second()
	}
	if width >= 2 {
		return fmt.Sprintf("%02d", n)
	}
	return strconv.Itoa(n)
}
