package satisfaction

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
)

func TestTheIndexOfTwentyNineAnswers(t *testing.T) {
	tally := Tally{Answers: 29, Sums: [9]int{106, 106, 106, 106, 106, 106, 106, 106, 107}} // 955 points
	if got := tally.Index(); got != 9148 || Band(got) != "A" {
		t.Errorf("955 points of 29 answers are %d %s, want 91.48 A (91.475, not 90.56 with the weight 0.11)", got, Band(got))
	}
}

func TestBandsAreDecidedOnTheRoundedIndex(t *testing.T) {
	for index, want := range map[int]string{2500: "D", 6499: "D", 6500: "C", 7660: "C", 7661: "B", 8830: "B", 8831: "A", 10000: "A"} {
		if got := Band(index); got != want {
			t.Errorf("%d is %s, want %s", index, got, want)
		}
	}
	// 234 of 360 points are 65.00 exactly; one less of 3,600 is 64.97.
	if got := (Tally{Answers: 10, Sums: [9]int{26, 26, 26, 26, 26, 26, 26, 26, 26}}).Index(); got != 6500 || Band(got) != "C" {
		t.Errorf("2.6 everywhere is %d %s", got, Band(got))
	}
	// 64.9966…: below 65 by itself, 65.00 once rounded.
	if got := (Tally{Answers: 800, Sums: [9]int{2080, 2080, 2080, 2080, 2080, 2080, 2080, 2080, 2079}}).Index(); got != 6500 || Band(got) != "C" {
		t.Errorf("64.9965 is %d %s", got, Band(got))
	}
}

func TestFourIsTheBest(t *testing.T) {
	if worst, best := (Tally{1, [9]int{1, 1, 1, 1, 1, 1, 1, 1, 1}}).Index(), (Tally{1, [9]int{4, 4, 4, 4, 4, 4, 4, 4, 4}}).Index(); worst != 2500 || best != 10000 {
		t.Errorf("the worst is %d, the best %d", worst, best)
	}
	if (Tally{}).Index() != 0 || (Tally{}).Mean(0) != 0 {
		t.Error("no answers have an index")
	}
}

// The index is the exact fraction, rounded half away from zero, for any answers;
// and it lies between the lowest and the highest element.
func TestTheIndexIsExact(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		tally, total := Tally{Answers: 1 + random.IntN(400)}, 0
		lowest, highest := 10000, 0
		for i := range tally.Sums {
			for range tally.Answers {
				tally.Sums[i] += 1 + random.IntN(4)
			}
			total += tally.Sums[i]
			lowest, highest = min(lowest, rounded(tally.Sums[i]*2500, tally.Answers)), max(highest, rounded(tally.Sums[i]*2500, tally.Answers))
		}
		exact := new(big.Rat).Mul(big.NewRat(int64(total), int64(9*tally.Answers)), big.NewRat(25, 1)).FloatString(2) // half away from zero
		if got := fmt.Sprintf("%d.%02d", tally.Index()/100, tally.Index()%100); got != exact {
			t.Fatalf("%+v is %s, want %s", tally, got, exact)
		}
		if index := tally.Index(); index < lowest || index > highest {
			t.Fatalf("%+v: %d lies outside %d to %d", tally, index, lowest, highest)
		}
	}
}

func TestTheLowestThreeComeFirst(t *testing.T) {
	got := Tally{Answers: 5, Sums: [9]int{20, 18, 12, 20, 15, 20, 20, 11, 15}}.Lowest()
	if fmt.Sprint(got) != "[complaints time product]" {
		t.Errorf("the lowest are %v", got)
	}
}

func TestTheLastTwoElementsArePrintedAsTheOfficeLikes(t *testing.T) {
	if got := Ordered(""); got[7] != "complaints" || got[8] != "facilities" {
		t.Errorf("the regulation's order is %v", got[7:])
	}
	if got := Ordered(FacilitiesFirst); got[7] != "facilities" || got[8] != "complaints" || Elements[7] != "complaints" {
		t.Errorf("the other order is %v", got[7:])
	}
}

func TestTheSampleOfKrejcieAndMorgan(t *testing.T) {
	for population, want := range map[int]int{0: 0, 1: 1, 10: 10, 50: 44, 100: 80, 200: 132, 500: 217, 1000: 278, 5000: 357, 10000: 370, 1_000_000: 384} {
		if got := Sample(population); got != want {
			t.Errorf("of %d people %d are asked, want %d", population, got, want)
		}
	}
}
