# Reads what `against-r FOLDER RESPONDENTS` of the benchmarks wrote, does the same with the package survey, and prints one line per job.
suppressPackageStartupMessages(library(survey))
folder <- commandArgs(trailingOnly = TRUE)[1]
column <- function(name) {
  file <- file.path(folder, paste0(name, ".bin"))
  readBin(file, "double", file.size(file) / 8)
}
times <- read.table(file.path(folder, "times.txt"), col.names = c("job", "seconds"))
ours <- function(job) times$seconds[times$job == job]
stratum <- as.integer(column("stratum"))
data <- data.frame(
  stratum = stratum,
  domain = stratum %/% 4L,
  land = stratum %/% 40L,
  sector = stratum %/% 4L %% 10L,
  size = stratum %% 4L,
  w = column("weight"),
  N = column("population")
)
for (i in 1:10) {
  y <- column(paste0("y", i))
  y[is.nan(y)] <- NA
  data[[paste0("y", i)]] <- y
}
options(survey.lonely.psu = "adjust")
rounds <- if (nrow(data) > 2e5) 1 else 3
seconds <- function(job) median(replicate(rounds, system.time(job())[["elapsed"]]))
furthest <- function(theirs, mine) max(abs(theirs - mine) / abs(theirs))

design <- NULL
building <- seconds(function() design <<- svydesign(ids = ~1, strata = ~stratum, weights = ~w, fpc = ~N, data = data))
# Each variable by itself: together svyby would leave out whoever lacks any of them.
tables <- NULL
table <- seconds(function() tables <<- lapply(1:10, function(i)
  svyby(as.formula(paste0("~y", i)), ~domain, design, svymean, na.rm = TRUE)))
means <- unlist(lapply(tables, function(one) one[[2]]))
errors <- unlist(lapply(tables, SE))
report <- function(job, r, ours, apart)
  cat(sprintf("%-34s R %10.3f s   here %9.5f s   %8.0f times   furthest apart %.1e\n", job, r, ours, r / ours, apart))
cat(sprintf("%d respondents, %d strata, R %s, survey %s, median of %d in R and 11 here\n", nrow(data), length(unique(stratum)),
  getRversion(), packageVersion("survey"), rounds))
report("Land x sector, 10 variables", table, ours("table"), max(furthest(means, column("means")), furthest(errors, column("errors"))))
report("the same with the design built", table + building, ours("table"), 0)

margin <- function(name) data.frame(setNames(list(seq_along(column(paste0("total-", name))) - 1L), name), Freq = column(paste0("total-", name)))
raked <- NULL
raking <- seconds(function() raked <<- rake(design, list(~land, ~sector, ~size),
  list(margin("land"), margin("sector"), margin("size")), control = list(maxit = 200, epsilon = 1e-14, verbose = FALSE)))
report("raking to three margins", raking, ours("rake"), furthest(weights(raked), column("raked")))
