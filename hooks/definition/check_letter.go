package definition

import (
	"regexp"
	"strings"
)

func (c *checker) letter(d *Definition) {
	c.needed("template", emptyMarkup.ReplaceAllString(d.Template, ""))
	c.oneOf("series", d.Series, SeriesKinds)
	c.oneOf("paper", d.Paper, Papers)
	c.numberPattern(d)
	if d.Validity.Unit != "" && d.Validity.Unit != "none" {
		c.oneOf("validity.unit", d.Validity.Unit, SpanUnits)
		if d.Validity.Amount <= 0 {
			c.add("validity.amount", errDuration.With("value", d.Validity.Amount))
		}
	}
}

// emptyMarkup is what a rich-text field leaves behind when everything in it was deleted.
var emptyMarkup = regexp.MustCompile(`(?i)</?p[^>]*>|<br\s*/?>|&nbsp;`)

// numberPattern asks only for what the definition must hold; the parts of the
// pattern are checked where numbers are given.
func (c *checker) numberPattern(d *Definition) {
	c.needed("number_pattern", d.NumberPattern)
	if strings.Contains(d.NumberPattern, "{code}") {
		c.needed("classification_code", d.ClassificationCode)
	}
}
