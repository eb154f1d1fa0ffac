package satisfaction

import "slices"

// Comment is what somebody wrote, with how they found it on the whole.
type Comment struct {
	Month   string `json:"-" db:"month"`
	Text    string `json:"text" db:"comment"`
	Overall int    `json:"overall" db:"overall"`
}

// Batch are comments that are read together.
type Batch struct {
	Until    string    `json:"until"` // month; the comments are of it or of earlier ones
	Comments []Comment `json:"comments"`
}

// Batches puts the comments of closed months together, so that none is read
// before at least [Fewest] are: otherwise whoever finished the only request of a
// month would know who wrote. They are told in the order of their words, without
// service, day or request. The latest batch stands first; waiting are those that
// are still too few. Comments come in the order of their months.
func Batches(comments []Comment) (batches []Batch, waiting int) {
	batches = []Batch{}
	begin := 0
	for i, comment := range comments {
		endsMonth := i+1 == len(comments) || comments[i+1].Month != comment.Month
		if !endsMonth || i+1-begin < Fewest {
			continue
		}
		batch := slices.Clone(comments[begin : i+1])
		slices.SortFunc(batch, func(a, b Comment) int { return compare(a.Text, b.Text) })
		batches = append(batches, Batch{comment.Month, batch})
		begin = i + 1
	}
	slices.Reverse(batches)
	return batches, len(comments) - begin
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
