package imports

import (
	"context"
	"errors"
	"fmt"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/residents"
	"mdesa/hooks/sheet"
)

// atOnce is how many rows are looked up in the register together.
const atOnce = 500

// Counts are what became of the rows of a file, or would become of them.
type Counts struct{ Rows, Refused, Warned, Created, Updated, Unchanged int }

// Good are the rows that can be imported.
func (c Counts) Good() int { return c.Rows - c.Refused }

// steps are what a run does besides judging: a dry run writes refused rows down,
// an import writes people.
type steps struct {
	refused func(*Person) error
	create  func(*Person, *family) error
	update  func(*Registered, []Change) error
	read    func() // a portion
}

// run reads a file from the top to the end and judges every row against the
// register as app sees it. Reading and understanding go on in a goroutine of
// their own while the rows before are looked up and written.
func run(ctx context.Context, app core.App, file *sheet.File, options Options, do steps) (counts Counts, report *Report, err error) {
	reader, err := newReader(app, options.CreateHamlets, options.Hamlet)
	if err != nil {
		return counts, nil, err
	}
	judge := NewJudge(reader.Today)
	if err := residents.TemporaryNumbers(app); err != nil && !errors.As(err, &judge.Unnumbered) {
		return counts, nil, err
	}
	if err := judge.learnNameless(app); err != nil {
		return counts, nil, err
	}
	reading := readAhead(file, reader)
	defer reading.stop()
	report = &Report{}
	for people := range reading.people {
		if err := judge.learn(app, people); err != nil {
			return counts, report, err
		}
		for _, p := range people {
			if err := settle(judge, p, &counts, report, do); err != nil {
				return counts, report, err
			}
			report.add(p.Problems)
		}
		if err := ctx.Err(); err != nil {
			return counts, report, err
		}
		if do.read != nil {
			do.read()
		}
	}
	if reading.err != nil {
		return counts, report, reading.err
	}
	report.add(judge.headless())
	report.finish(reading.table)
	return counts, report, nil
}

// settle does with one row what was decided.
func settle(judge *Judge, p *Person, counts *Counts, report *Report, do steps) error {
	verdict, registered, changes := judge.Decide(p)
	counts.Rows++
	if verdict != Refuse && len(p.Problems) > 0 {
		counts.Warned++
	}
	switch verdict {
	case Create:
		counts.Created++
		report.needs(judge.families[p.Values[KK]].hamlet)
		if do.create != nil {
			return do.create(p, judge.families[p.Values[KK]])
		}
	case Update:
		counts.Updated++
		if do.update != nil {
			return do.update(registered, changes)
		}
	case Unchanged:
		counts.Unchanged++
	case Refuse:
		counts.Refused++
		if do.refused != nil {
			return do.refused(p)
		}
	}
	return nil
}

// readahead hands over people in portions of [atOnce].
type readahead struct {
	people chan []*Person
	quit   chan struct{}
	table  *Table
	err    error // once people is closed
}

func readAhead(file *sheet.File, reader *Reader) *readahead {
	r := &readahead{people: make(chan []*Person, 2), quit: make(chan struct{}), table: &Table{}}
	go func() {
		defer close(r.people)
		defer func() {
			// Files come from anywhere: one that finds a hole in the reader must
			// not take the counter down with it.
			if hole := recover(); hole != nil {
				r.err = sheet.ErrBroken.Because(fmt.Errorf("reading: %v", hole))
			}
		}()
		var portion []*Person
		hand := func() error {
			select {
			case r.people <- portion:
				portion = nil
				return nil
			case <-r.quit:
				return errStopped
			}
		}
		r.err = r.table.Read(file, reader, func(p *Person) error {
			if portion = append(portion, p); len(portion) < atOnce {
				return nil
			}
			return hand()
		})
		if r.err == nil && len(portion) > 0 {
			r.err = hand()
		}
	}()
	return r
}

// stop ends the reading, also halfway.
func (r *readahead) stop() {
	close(r.quit)
	for range r.people { // until the reader has noticed
	}
}
