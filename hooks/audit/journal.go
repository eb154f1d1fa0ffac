package audit

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// journal holds what is not in the table yet, so that it survives a kill of the
// program: what was written to a file is the system's, flushed or not. (A power
// cut may take the last second: that is the price of not making readers wait for
// the disk.) It has two pages: while a batch from one goes into the table, the
// other one takes what comes.
type journal struct {
	paths [2]string
	files [2]*os.File
	at    int // page that is written to
}

func newJournal(dir string) *journal {
	return &journal{paths: [2]string{filepath.Join(dir, "audit-1.journal"), filepath.Join(dir, "audit-2.journal")}}
}

// append writes entries, one a line, in one go.
func (j *journal) append(entries []Entry) error {
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	for _, entry := range entries {
		if err := encoder.Encode(entry); err != nil {
			return err
		}
	}
	if j.files[j.at] == nil {
		file, err := os.OpenFile(j.paths[j.at], os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		j.files[j.at] = file
	}
	_, err := j.files[j.at].Write(lines.Bytes())
	return err
}

// turn starts the other page and gives the one that is full.
func (j *journal) turn() (page int) {
	page = j.at
	j.at = 1 - j.at
	return page
}

// done empties a page once all that ever stood on it is in the table.
func (j *journal) done(page int) error {
	if j.files[page] == nil {
		return nil
	}
	return j.files[page].Truncate(0)
}

// leftover is what stands on both pages. A last line that was cut short is
// nothing that anybody was shown: the answer goes out after the line.
func (j *journal) leftover() (entries []Entry, torn int, err error) {
	for _, path := range j.paths {
		content, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, 0, err
		}
		lines := bufio.NewScanner(bytes.NewReader(content))
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var entry Entry
			if json.Unmarshal(lines.Bytes(), &entry) != nil || entry.ID == "" {
				torn++
				continue
			}
			entries = append(entries, entry)
		}
		if err := lines.Err(); err != nil {
			return nil, 0, err
		}
	}
	return entries, torn, nil
}

// clear takes both pages away, whoever wrote them.
func (j *journal) clear() error { return errors.Join(j.remove(0), j.remove(1)) }

// close takes away what this program wrote. A command that runs beside the
// server has the same folder, and must leave the server's pages alone.
func (j *journal) close() error {
	var failed []error
	for page, file := range j.files {
		if file != nil {
			failed = append(failed, j.remove(page))
		}
	}
	return errors.Join(failed...)
}

// remove takes a page away; it comes again when it is needed.
func (j *journal) remove(page int) error {
	if file := j.files[page]; file != nil {
		_ = file.Close() // all that stood in it is in the table
		j.files[page] = nil
	}
	if err := os.Remove(j.paths[page]); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
