package satisfaction

import (
	"slices"
	"strings"
)

// Fewest is how many answers stand together at least before anything is told.
const Fewest = 5

// Group are the full forms of one service in one month; Service is "" where it is
// not told.
type Group struct {
	Service string
	Month   string // 2026-11
	Tally
	Profile
}

// Block is what is published together, never in part. Its answers belong to its
// month, in which it became large enough, and to its service; those of services
// that stayed below five in a year stand in one block without a service.
type Block struct {
	Service string // "" for several
	Month   string
	Tally
	Profile
}

// Blocks puts the groups of closed months together so that each block holds at
// least [Fewest] answers: a service's answers of a month wait for the next one as
// long as they are fewer, and at the end of a year those of all services that
// still wait are put together.
//
// A service's answers wait too as long as they are more than the completed
// requests that are known of it: seven answers would tell that at least seven
// requests were completed, which the statistics may have hidden.
//
// Every published figure is a sum of whole blocks. So is the difference of any two
// of them, be it of periods or of services: nothing can be worked out about fewer
// than five answers.
func Blocks(groups []Group, last string, known Known) []Block {
	groups = slices.Clone(groups)
	slices.SortFunc(groups, func(a, b Group) int { return strings.Compare(a.Month+a.Service, b.Month+b.Service) })
	if len(groups) == 0 {
		return nil
	}
	var blocks []Block
	waiting := map[string]Block{}
	together := Block{}
	room := known.before(groups[0].Month) // by service: known requests without a told answer
	for month := groups[0].Month; month <= last; month = nextMonth(month) {
		for service, months := range known {
			room[service] += months[month]
		}
		for len(groups) > 0 && groups[0].Month == month {
			group := groups[0]
			groups = groups[1:]
			waiting[group.Service] = waiting[group.Service].and(Block{Tally: group.Tally, Profile: group.Profile})
		}
		for _, service := range sortedKeys(waiting) {
			if block := waiting[service]; block.Answers >= Fewest && (service == "" || block.Answers <= room[service]) {
				room[service] -= block.Answers
				block.Service, block.Month = service, month
				blocks = append(blocks, block)
				delete(waiting, service)
			}
		}
		if strings.HasSuffix(month, "-12") {
			for _, block := range waiting {
				together = together.and(block)
			}
			clear(waiting)
			if together.Answers >= Fewest {
				together.Month = month
				blocks = append(blocks, together)
				together = Block{}
			}
		}
	}
	return blocks
}

func (b Block) and(other Block) Block {
	b.Tally = b.Tally.And(other.Tally)
	b.Profile = b.Profile.And(other.Profile)
	return b
}

func sortedKeys[T any](of map[string]T) []string {
	keys := make([]string, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
