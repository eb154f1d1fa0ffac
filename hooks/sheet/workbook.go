package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"path"
	"strings"
	"sync/atomic"
)

// workbook is a package of XML parts (ECMA-376, part 2).
type workbook struct {
	parts   map[string]*zip.File // by path without slash at the beginning, in small letters
	sheets  []string             // paths of the visible sheets
	strings *texts
	shared  string // path of the shared texts, or ""
}

type relations struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

type structure struct {
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string     `xml:"name,attr"`
		State string     `xml:"state,attr"`
		Attrs []xml.Attr `xml:",any,attr"` // the relation's id among them, whose name space has two forms
	} `xml:"sheets>sheet"`
}

func openWorkbook(content io.ReaderAt, size int64) (*File, error) {
	archive, err := zip.NewReader(content, size)
	if err != nil {
		return nil, ErrBroken.Because(err)
	}
	w := &workbook{parts: map[string]*zip.File{}}
	for _, part := range archive.File {
		w.parts[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(part.Name, "\\", "/"), "/"))] = part
	}
	main, err := w.mainPart()
	if err != nil {
		return nil, err
	}
	var found structure
	if err := w.decode(main, &found); err != nil {
		return nil, err
	}
	file := &File{Workbook: true, Epoch1904: found.Properties.Date1904 == "1" || found.Properties.Date1904 == "true"}
	targets, err := w.related(main)
	if err != nil {
		return nil, err
	}
	for _, sheet := range found.Sheets {
		target := ""
		for _, attribute := range sheet.Attrs {
			if attribute.Name.Local == "id" {
				target = targets[attribute.Value]
			}
		}
		if sheet.State != "" && sheet.State != "visible" || w.parts[target] == nil {
			continue // hidden, or a chart
		}
		file.Sheets = append(file.Sheets, sheet.Name)
		w.sheets = append(w.sheets, target)
	}
	for _, part := range w.sheets {
		file.size += int64(w.parts[part].UncompressedSize64) // as the package says; only for the percentage
	}
	file.rows = func(sheet int) iter.Seq2[Row, error] { return w.rows(sheet, &file.read) }
	return file, nil
}

// mainPart follows the package's relations to the workbook. OpenDocument and
// binary workbooks are packages too.
func (w *workbook) mainPart() (string, error) {
	var all relations
	if w.parts["_rels/.rels"] == nil {
		return "", ErrOtherWorkbook
	}
	if err := w.decode("_rels/.rels", &all); err != nil {
		return "", err
	}
	for _, one := range all.List {
		target := strings.ToLower(strings.TrimPrefix(one.Target, "/"))
		if strings.HasSuffix(one.Type, "/officeDocument") && strings.HasSuffix(target, ".xml") && strings.Contains(target, "workbook") && w.parts[target] != nil {
			return target, nil
		}
	}
	return "", ErrOtherWorkbook
}

// related gives the paths of the sheets by the id of their relation.
func (w *workbook) related(main string) (map[string]string, error) {
	folder, name := path.Split(main)
	var all relations
	if err := w.decode(folder+"_rels/"+name+".rels", &all); err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, one := range all.List {
		target := strings.ToLower(one.Target)
		if absolute, is := strings.CutPrefix(target, "/"); is {
			target = absolute
		} else {
			target = path.Join(folder, target)
		}
		switch {
		case strings.HasSuffix(one.Type, "/worksheet"):
			targets[one.ID] = target
		case strings.HasSuffix(one.Type, "/sharedStrings"):
			w.shared = target
		}
	}
	return targets, nil
}

func (w *workbook) decode(name string, into any) error {
	part, err := w.open(name, maxStructure)
	if err != nil {
		return err
	}
	defer part.Close()
	return unreadable(xml.NewDecoder(part).Decode(into))
}

// open unpacks a part, up to so many bytes of it: a small file can unpack to a
// disk full of zeros.
func (w *workbook) open(name string, most int64) (*bounded, error) {
	file := w.parts[name]
	if file == nil {
		return nil, ErrBroken.Because(errors.New("no part " + name))
	}
	part, err := file.Open()
	if err != nil {
		return nil, ErrBroken.Because(err)
	}
	return &bounded{ReadCloser: part, left: most}, nil
}

type bounded struct {
	io.ReadCloser
	left int64
	read *atomic.Int64 // or nil
}

func (b *bounded) Read(to []byte) (int, error) {
	n, err := b.ReadCloser.Read(to)
	if b.read != nil {
		b.read.Add(int64(n))
	}
	if b.left -= int64(n); b.left < 0 {
		return 0, ErrTooBig
	}
	return n, err
}

// unreadable makes what went wrong inside a part a fault of the file.
func unreadable(err error) error {
	if err == nil || errors.Is(err, ErrTooBig) || errors.Is(err, ErrBroken) {
		return err
	}
	return ErrBroken.Because(err)
}

func (w *workbook) rows(sheet int, read *atomic.Int64) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		if err := w.readTexts(); err != nil {
			yield(Row{}, unreadable(err))
			return
		}
		part, err := w.open(w.sheets[sheet], maxUnpacked)
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer part.Close()
		part.read = read
		if err := (&sheetReader{scanner: newScanner(part), texts: w.strings}).read(yield); err != nil {
			yield(Row{}, unreadable(err))
		}
	}
}

// texts are a workbook's shared texts: most cells only hold a number of one.
type texts struct {
	all  string
	ends []uint32
}

func (s *texts) get(i int) (string, bool) {
	if i < 0 || i >= len(s.ends) {
		return "", false
	}
	begin := uint32(0)
	if i > 0 {
		begin = s.ends[i-1]
	}
	return s.all[begin:s.ends[i]], true
}

// readTexts reads the shared texts at the first sheet that needs them. What is
// said about how to pronounce a text (rPh) is not part of it.
func (w *workbook) readTexts() error {
	if w.strings != nil {
		return nil
	}
	found := &texts{}
	if w.shared != "" {
		part, err := w.open(w.shared, 2*maxStrings)
		if err != nil {
			return err
		}
		defer part.Close()
		if err := found.read(newScanner(part)); err != nil {
			return err
		}
	}
	w.strings = found
	return nil
}

func (s *texts) read(from *scanner) error {
	inText, spoken := false, false
	var all strings.Builder
	var piece []byte
	for {
		t, err := from.next()
		if errors.Is(err, io.EOF) {
			s.all = all.String()
			return nil
		}
		if err != nil {
			return err
		}
		switch {
		case t.kind == 't':
			if inText && !spoken {
				piece = t.resolve(piece[:0])
				all.Write(piece)
			}
		case bytes.Equal(t.name, []byte("t")):
			inText = t.kind == 'o' && !t.empty
		case bytes.Equal(t.name, []byte("rPh")):
			spoken = t.kind == 'o' && !t.empty
		case bytes.Equal(t.name, []byte("si")) && (t.kind == 'c' || t.empty):
			s.ends = append(s.ends, uint32(all.Len()))
		}
		if all.Len() > maxStrings {
			return ErrTooBig
		}
	}
}
