package news

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Calendar is a list of events as other programs read it (RFC 5545).
type Calendar struct {
	Name   string
	Zone   *time.Location
	Events []Event
}

// Event is one of them. Moments may be in any zone.
type Event struct {
	ID        string
	Title     string
	About     string
	Place     string
	URL       string
	Starts    time.Time
	Ends      time.Time // zero: not known
	AllDay    bool      // the days alone count, both inclusive
	CalledOff bool
	Changed   time.Time
	Revision  int // how often it was changed
}

const (
	icsMoment = "20060102T150405"
	icsUTC    = "20060102T150405Z"
	icsDay    = "20060102"
)

// Write gives the calendar in the form of RFC 5545: lines of at most 75 octets
// that end in CRLF, moments on the wall of the zone, which is described along.
func (c Calendar) Write() []byte {
	var out strings.Builder
	line := func(text string) { foldInto(&out, text) }
	line("BEGIN:VCALENDAR")
	line("VERSION:2.0")
	line("PRODID:-//M-Desa//Agenda//ID")
	line("CALSCALE:GREGORIAN")
	line("METHOD:PUBLISH")
	line("X-WR-CALNAME:" + icsText(c.Name))
	line("X-WR-TIMEZONE:" + c.Zone.String())
	line("REFRESH-INTERVAL;VALUE=DURATION:PT6H")
	if c.fixed() {
		c.writeZone(line)
	}
	for _, event := range c.Events {
		c.writeEvent(line, event)
	}
	line("END:VCALENDAR")
	return []byte(out.String())
}

// fixed tells whether the zone keeps its distance from UTC all year, as all of
// Indonesia does. Another's events are written in UTC.
func (c Calendar) fixed() bool {
	year := time.Now().Year()
	_, january := time.Date(year, 1, 15, 12, 0, 0, 0, c.Zone).Zone()
	_, july := time.Date(year, 7, 15, 12, 0, 0, 0, c.Zone).Zone()
	return january == july
}

func (c Calendar) writeZone(line func(string)) {
	name, seconds := time.Now().In(c.Zone).Zone() // "WITA", 28800
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	offset := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	line("BEGIN:VTIMEZONE")
	line("TZID:" + c.Zone.String())
	line("BEGIN:STANDARD")
	line("DTSTART:19700101T000000")
	line("TZOFFSETFROM:" + offset)
	line("TZOFFSETTO:" + offset)
	line("TZNAME:" + icsText(name))
	line("END:STANDARD")
	line("END:VTIMEZONE")
}

func (c Calendar) writeEvent(line func(string), e Event) {
	line("BEGIN:VEVENT")
	line("UID:" + e.ID + "@mdesa")
	line("DTSTAMP:" + e.Changed.UTC().Format(icsUTC))
	line("LAST-MODIFIED:" + e.Changed.UTC().Format(icsUTC))
	line("SEQUENCE:" + strconv.Itoa(e.Revision))
	line("DTSTART" + c.moment(e.Starts, e.AllDay))
	switch {
	case e.AllDay && !e.Ends.IsZero():
		line("DTEND" + c.moment(e.Ends.In(c.Zone).AddDate(0, 0, 1), true)) // the first day after it
	case !e.AllDay && e.Ends.After(e.Starts):
		line("DTEND" + c.moment(e.Ends, false))
	}
	line("SUMMARY:" + icsText(e.Title))
	for _, said := range [][2]string{{"LOCATION", e.Place}, {"DESCRIPTION", e.About}} {
		if said[1] != "" {
			line(said[0] + ":" + icsText(said[1]))
		}
	}
	if e.URL != "" {
		line("URL:" + e.URL)
	}
	if e.CalledOff {
		line("STATUS:CANCELLED")
	} else {
		line("STATUS:CONFIRMED")
	}
	line("END:VEVENT")
}

// moment is a property's parameters and value.
func (c Calendar) moment(at time.Time, wholeDay bool) string {
	local := at.In(c.Zone)
	switch {
	case wholeDay:
		return ";VALUE=DATE:" + local.Format(icsDay)
	case c.fixed():
		return ";TZID=" + c.Zone.String() + ":" + local.Format(icsMoment)
	}
	return ":" + at.UTC().Format(icsUTC)
}

var icsEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// icsText is a value of type TEXT (RFC 5545 3.3.11).
func icsText(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' {
			return -1
		}
		return r
	}, icsEscapes.Replace(text))
}

const longestLine = 75 // octets, without the line's end

// foldInto breaks a long line between letters; each part but the first begins
// with a blank (RFC 5545 3.1).
func foldInto(out *strings.Builder, line string) {
	room := longestLine
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		out.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], longestLine-1
	}
	out.WriteString(line + "\r\n")
}
