package board

// Colours say how a report stands: the city's command centre knows yellow for in
// handling and green for done; red for what nobody touched in time and grey are
// the usual additions. A page shows them with a sign and a word.
const (
	Red    = "red"    // no first answer in time, or not resolved in time
	Yellow = "yellow" // somebody is at it, here or outside
	Green  = "green"  // answered or done
	Grey   = "grey"   // just arrived, still in time; or refused, or one with another report
)

// Colours are all of them, the most pressing first.
var Colours = []string{Red, Yellow, Grey, Green}

// colour is the rule, once for all, as an expression over the row r at the moment
// {:now}: lists, counts and filters must never disagree.
const colour = `CASE
	WHEN r.state IN ('answered', 'done') THEN 'green'
	WHEN r.state IN ('refused', 'duplicate') THEN 'grey'
	WHEN (r.first_answered_at = '' AND r.first_due_at > '' AND r.first_due_at <= {:now}) OR (r.due_at > '' AND r.due_at <= {:now}) THEN 'red'
	WHEN r.state = 'new' THEN 'grey'
	ELSE 'yellow' END`

// shown is the condition that everybody may see the report in row r, and know
// that there is one.
const shown = `r.public = TRUE AND r.identity IN ('shown', 'hidden')`

// onDesk is the condition that a board on the office's wall may count row r.
// Those for the handler's eyes only stay in the handler's own inbox.
const onDesk = `r.identity != 'handler_only'`

// isOpen is the condition that somebody still has to do something.
const isOpen = `r.state IN ('new', 'handling', 'forwarded')`
