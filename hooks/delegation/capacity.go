package delegation

// Capacity is in whose place somebody acted, as the event and the letter keep
// it. Who acts in their own post has none.
type Capacity struct {
	Delegation string `json:"delegation,omitempty"` // id; empty: they stepped in by their own post
	Form       string `json:"form,omitempty"`
	Post       string `json:"post,omitempty"`    // the post that the delegation hands over
	Name       string `json:"name,omitempty"`    // of its holder; empty: vacant
	Title      string `json:"title,omitempty"`   // of its holder; empty: the office's word for the post
	Stepped    string `json:"stepped,omitempty"` // the role whose turn was taken over, as it did not act in time or could not
}

// CapacityOf is how somebody acts: by a power, by stepping in for a role, both
// or, with neither, simply as who they are.
func CapacityOf(power *Power, stepped string) *Capacity {
	if power == nil && stepped == "" {
		return nil
	}
	c := &Capacity{Stepped: stepped}
	if power != nil {
		c.Delegation, c.Form, c.Post = power.Delegation, power.Form, power.Post
		c.Name, c.Title = power.HolderName, power.HolderTitle
	}
	return c
}

// Signs is the form in which somebody with this post of their own signs a
// letter: "" directly, or one of [Forms], and the post that is printed as
// theirs: "" for their own title, or the one they act as. The secretary signs on
// the head's behalf, officers below the secretary: the office's standing rule.
func (c *Capacity) Signs(own string) (form, as string) {
	if c == nil || c.Delegation == "" {
		return standing(own), ""
	}
	switch {
	case c.Post == VillageHead:
		return c.Form, ""
	case AsPost(c.Form):
		return standing(c.Post), c.Post
	}
	return ForThem, "" // a.n. of the secretary
}

func standing(post string) string {
	switch post {
	case VillageHead:
		return ""
	case Secretary:
		return OnBehalf
	}
	return ForThem
}
