package satisfaction

// Known counts by service and month how many completed requests everybody knows
// of: those that the statistics tell, one where they hide a number, and the
// reports that all can read.
type Known map[string]map[string]int

func (k Known) add(service, month string, count int) {
	if k[service] == nil {
		k[service] = map[string]int{}
	}
	k[service][month] += count
}

// before are the counts of all months before one, by service.
func (k Known) before(month string) map[string]int {
	sums := map[string]int{}
	for service, months := range k {
		for each, count := range months {
			if each < month {
				sums[service] += count
			}
		}
	}
	return sums
}
