package board

import "mdesa/hooks/definition"

// Item is a report in a list. Moments are RFC 3339, "" where there is none.
type Item struct {
	ID             string `json:"id"`   // of the record, to say "me too" with
	Code           string `json:"code"` // of its page, /laporan/{code}; not the receipt
	Category       string `json:"category"`
	CategoryName   string `json:"category_name"`
	CategoryNameEN string `json:"category_name_en"`
	Hamlet         string `json:"hamlet"`
	HamletName     string `json:"hamlet_name"`
	Title          string `json:"title"` // the category's name as long as nobody has read the report
	Place          string `json:"place"`
	State          string `json:"state"`
	Colour         string `json:"colour"`
	Supports       int    `json:"supports"`
	SubmittedAt    string `json:"submitted_at"`
	DueAt          string `json:"due_at"`
	AnsweredAt     string `json:"answered_at"`
	ClosedAt       string `json:"closed_at"`
	ForwardedTo    string `json:"forwarded_to"`
	Photo          *Photo `json:"photo"` // the latest: how it looks now, else how it looked
}

// Photo is a public copy. Both addresses belong to this server.
type Photo struct {
	URL   string `json:"url"`   // as it was drawn, at most 1280 pixels wide
	Thumb string `json:"thumb"` // 320 × 240 pixels
}

// Point is a place on the map, to about a metre.
type Point struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// Report is all that everybody may know of one.
type Report struct {
	Item
	Text            string  `json:"text"`
	Point           *Point  `json:"point"`
	HappenedAt      string  `json:"happened_at"`
	Reporter        string  `json:"reporter"` // shortened, of who wants to be named; else ""
	FirstDueAt      string  `json:"first_due_at"`
	FirstAnsweredAt string  `json:"first_answered_at"`
	Reopened        bool    `json:"reopened"`
	ForwardedNumber string  `json:"forwarded_number"`
	Answer          string  `json:"answer"`
	PhotosBefore    []Photo `json:"photos_before"`
	PhotosAfter     []Photo `json:"photos_after"`
	MergedInto      string  `json:"merged_into"` // code of the report that it is one with
}

func (r row) item() Item {
	item := Item{
		ID: r.ID, Code: r.Code, Category: r.Category, CategoryName: r.CategoryName, CategoryNameEN: r.CategoryNameEN,
		Hamlet: r.Hamlet, HamletName: r.HamletName, Title: r.Title, Place: r.Place, State: r.State, Colour: r.Colour, Supports: r.Supports,
		SubmittedAt: moment(r.SubmittedAt), DueAt: moment(r.DueAt), AnsweredAt: moment(r.AnsweredAt), ClosedAt: moment(r.ClosedAt),
		ForwardedTo: r.ForwardedTo,
	}
	if item.Title == "" {
		item.Title = r.CategoryName
	}
	for _, field := range [][]string{r.PhotosAfter, r.PhotosBefore} {
		if photos := r.photos(field); item.Photo == nil && len(photos) > 0 {
			item.Photo = &photos[0]
		}
	}
	return item
}

func (r row) report() Report {
	report := Report{
		Item: r.item(), Text: r.Text, Point: r.pointOf(), HappenedAt: moment(r.HappenedAt),
		FirstDueAt: moment(r.FirstDueAt), FirstAnsweredAt: moment(r.FirstAnsweredAt), Reopened: r.Reopened,
		ForwardedNumber: r.ForwardedNumber, Answer: r.Answer, MergedInto: r.MergedInto,
		PhotosBefore: r.photos(r.PhotosBefore), PhotosAfter: r.photos(r.PhotosAfter),
	}
	if r.Identity == definition.IdentityShown {
		report.Reporter = r.ReporterName
	}
	return report
}

func (r row) photos(files []string) []Photo {
	photos := make([]Photo, len(files))
	for i, file := range files {
		address := "/api/files/reports/" + r.ID + "/" + file
		photos[i] = Photo{URL: address, Thumb: address + "?thumb=320x240"}
	}
	return photos
}

func items(found []row) []Item {
	list := make([]Item, len(found))
	for i, r := range found {
		list[i] = r.item()
	}
	return list
}
