package statistics

import "slices"

// Least is the smallest count of people that is published. 0 is published too:
// that nobody is there is what a village knows of itself, and it names nobody.
const Least = 5

// doubt is how far apart the smallest and the largest value are that a hidden count
// of 1–4 may have for all that anybody can work out.
const doubt = 4

// network is a table as one who wants to know more sees it: each cell is a way
// between two of its sums, so that the cells into a node are as many people as the
// cells out of it. Sums that are always published are no cells: they do not move.
//
// All tables that can be worked out from one another are one network; what is not
// in the same network shares published sums only, and tells nothing of it.
type network struct {
	nodes int
	cells []cell
}

type cell struct {
	from, to int // nodes
	value    int // people
	hidden   bool
}

// protect hides what is below [Least], and then as few others as it finds, until
// somebody who knows everything published, that no count is negative and that a
// hidden one is not 0, finds for each count of 1–4 at least doubt+1 values possible,
// and 5 or more among them. Others that are hidden (5 and more) can never be worked
// out exactly. It says false when the table has too few people for that.
//
// This is the network-flow method for secondary suppression: a hidden cell can
// really be larger by n when n people can go around a cycle through it by other
// hidden cells. To hide more never takes protection away, so one pass is enough.
func (n *network) protect() bool {
	small := []int{}
	for i, c := range n.cells {
		if c.value > 0 && c.value < Least {
			n.cells[i].hidden = true
			small = append(small, i)
		}
	}
	slices.SortStableFunc(small, func(a, b int) int { return n.cells[a].value - n.cells[b].value })
	for _, i := range small {
		c := n.cells[i]
		fewer := n.hideAround(i, c.from, c.to, c.value-1)
		more := max(Least-c.value, doubt-fewer)
		if n.hideAround(i, c.to, c.from, more) < more {
			return false
		}
	}
	return true
}

// hideAround lets `people` go from one node to another without the cell itself,
// by the cheapest ways, and hides the cells that they went by. It tells how many
// found a way.
func (n *network) hideAround(without, from, to, people int) (went int) {
	moved := make([]int, len(n.cells))
	for went < people {
		way, room := n.cheapest(without, from, to, moved)
		if way == nil {
			break
		}
		room = min(room, people-went)
		for _, s := range way {
			moved[s.cell] += s.by * room
		}
		went += room
	}
	for i, by := range moved {
		if by != 0 {
			n.cells[i].hidden = true
		}
	}
	return went
}

// step is one cell on a way, made larger (by = 1) or smaller (by = -1).
type step struct{ cell, by int }

// unlimited is more than any village has people.
const unlimited = 1 << 30

// cheapest is the way that shows the most: it goes by hidden cells where it can,
// then by small ones. Bellman and Ford's algorithm: tables are small.
func (n *network) cheapest(without, from, to int, moved []int) (way []step, room int) {
	cost := make([]int, n.nodes)
	for i := range cost {
		cost[i] = unlimited
	}
	cost[from] = 0
	came := make([]step, n.nodes)
	for changed := true; changed; {
		changed = false
		for i, c := range n.cells {
			if i == without || c.value == 0 {
				continue // 0 is published
			}
			price := c.price(moved[i])
			if cost[c.from] < unlimited && cost[c.from]+price < cost[c.to] {
				cost[c.to], came[c.to], changed = cost[c.from]+price, step{i, 1}, true
			}
			if cost[c.to] < unlimited && c.value+moved[i] > 1 && cost[c.to]+price < cost[c.from] {
				cost[c.from], came[c.from], changed = cost[c.to]+price, step{i, -1}, true
			}
		}
	}
	if cost[to] == unlimited {
		return nil, 0
	}
	room = unlimited
	for at := to; at != from; {
		s := came[at]
		c := n.cells[s.cell]
		if s.by > 0 {
			at = c.from
			if moved[s.cell] < 0 {
				room = min(room, -moved[s.cell]) // back to where it was
			}
		} else {
			at = c.to
			room = min(room, c.value+moved[s.cell]-1)
		}
		way = append(way, s)
	}
	return way, room
}

// price is what is lost when a cell is hidden; 1 for those that are, so that ways
// stay short.
func (c cell) price(moved int) int {
	if c.hidden || moved != 0 {
		return 1
	}
	return 1000 + min(c.value, 100_000)
}
