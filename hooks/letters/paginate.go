package letters

import "mdesa/hooks/fault"

var errTall = fault.New(fault.Invalid, "letter.too_tall",
	"Kepala surat atau bagian tanda tangan lebih tinggi daripada satu halaman. Pendekkan teksnya.",
	"The letterhead or the signature block is taller than a page. Shorten its text.")

// page is what stands on one sheet.
type page struct{ marks []mark }

// paginate lays strips on pages of a height, keeping together what asks for it.
// x and y are where a page begins.
func paginate(strips []strip, x, y, height float64) ([]page, error) {
	f := &folder{x: x, top: y, height: height, pages: []page{{}}}
	for i := 0; i < len(strips); {
		if strips[i].eject {
			f.turn()
			i++
			continue
		}
		end := i + 1
		for end < len(strips) && strips[end-1].keep && !strips[end].eject {
			end++
		}
		if err := f.place(strips[i:end]); err != nil {
			return nil, err
		}
		i = end
	}
	return f.pages, nil
}

type folder struct {
	x, top, height float64
	pages          []page
	used           float64
	begun          bool // something stands on the last page
}

func (f *folder) turn() {
	f.pages = append(f.pages, page{})
	f.used, f.begun = 0, false
}

// place puts strips that belong together on this page, or on the next, or, if
// they are too many for any page, as many as fit.
func (f *folder) place(together []strip) error {
	if f.begun && f.used+heightOf(together) > f.height {
		if heightOf(together[:1]) > f.height-f.used || heightOf(together) <= f.height {
			f.turn()
		}
	}
	for _, s := range together {
		if f.begun && f.used+s.gap+s.height > f.height {
			f.turn()
		}
		if !f.begun {
			for _, head := range s.head {
				f.draw(head)
			}
		}
		if s.height > f.height {
			return errTall
		}
		f.draw(s)
	}
	return nil
}

func (f *folder) draw(s strip) {
	if f.begun {
		f.used += s.gap
	}
	last := &f.pages[len(f.pages)-1]
	for _, m := range s.marks {
		last.marks = append(last.marks, m.moved(f.x, f.top+f.used))
	}
	f.used += s.height
	f.begun = true
}
