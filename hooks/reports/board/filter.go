package board

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"mdesa/hooks/fault"
)

var errFilter = fault.New(fault.Invalid, "reports.filter",
	"Saringan \"{name}\" tidak dikenal. Buka halaman laporan dan pilih dari daftarnya.",
	"The filter \"{name}\" is not known. Open the page of reports and choose from its list.")

// Filter is what somebody wants to see of the reports; empty fields ask for all.
type Filter struct {
	Category string // key of a service
	Hamlet   string // id
	Colour   string
	Month    string // "2026-11", of the day it was filed
	Page     int    // from 1
}

// lastPage bounds what is kept and how far a list is counted through.
const lastPage = 2000

// Key tells filters apart: made of what was understood, so that nobody fills the
// memory with what they type.
func (f Filter) Key() string {
	return strings.Join([]string{f.Category, f.Hamlet, f.Colour, f.Month, strconv.Itoa(f.Page)}, "|")
}

// Known is what a filter may name.
type Known struct {
	Categories []string // keys
	Hamlets    []string // ids
	Location   *time.Location
}

// readFilter understands the address of a list. What is not known is refused
// rather than passed over: a shared address must not show something else.
func readFilter(query url.Values, known *Known, now time.Time) (Filter, error) {
	f := Filter{Category: query.Get("category"), Hamlet: query.Get("hamlet"), Colour: query.Get("colour"), Month: query.Get("month"), Page: 1}
	page := query.Get("page")
	if page != "" {
		n, err := strconv.Atoi(page)
		if err != nil || n < 1 || n > lastPage {
			return f, errFilter.With("name", "page")
		}
		f.Page = n
	}
	switch {
	case f.Category != "" && !slices.Contains(known.Categories, f.Category):
		return f, errFilter.With("name", "category")
	case f.Hamlet != "" && !slices.Contains(known.Hamlets, f.Hamlet):
		return f, errFilter.With("name", "hamlet")
	case f.Colour != "" && !slices.Contains(Colours, f.Colour):
		return f, errFilter.With("name", "colour")
	}
	if f.Month != "" {
		if begin, _, err := f.Days(known.Location); err != nil || begin.Year() < firstYear || begin.After(now.AddDate(0, 1, 0)) {
			return f, errFilter.With("name", "month")
		}
	}
	return f, nil
}

// firstYear is before the first report of any village.
const firstYear = 2020

// Days is when the month begins and ends, on the office's wall.
func (f Filter) Days(zone *time.Location) (begin, end time.Time, err error) {
	begin, err = time.ParseInLocation("2006-01", f.Month, zone)
	return begin, begin.AddDate(0, 1, 0), err
}
