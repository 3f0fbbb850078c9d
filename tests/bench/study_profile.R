# The columns of `resonance-study profile X.csv Y.csv` (one row of Y, no gaps), vectorized over
# the rows, for comparing times: Rscript study_profile.R X.csv Y.csv OUT.csv
words <- commandArgs(trailingOnly = TRUE)
x <- as.matrix(read.csv(words[1], colClasses = "numeric"))
y <- as.numeric(as.matrix(read.csv(words[2], colClasses = "numeric")))
n <- ncol(x)
each <- rep(1, nrow(x))
mean_x <- rowMeans(x)
mean_y <- mean(y)
dx <- x - mean_x
dy <- y - mean_y
sx2 <- rowSums(dx^2)
sy2 <- sum(dy^2)
sxy <- as.vector(dx %*% dy)
r <- sxy / sqrt(sx2 * sy2)
half <- qnorm(.975) / sqrt(n - 3)
z <- atanh(r)

# The mid-rank of a value is half of those it beats or ties with, and half.
ranks <- matrix(.5, nrow(x), n)
untied_x <- concordance <- numeric(nrow(x))
for (i in seq_len(n)) {
    for (j in seq_len(n)) {
        sign_x <- sign(x[, i] - x[, j])
        ranks[, i] <- ranks[, i] + (sign_x + 1) / 2
        if (j > i) {
            concordance <- concordance + sign_x * sign(y[i] - y[j])
            untied_x <- untied_x + abs(sign_x)
        }
    }
}
untied_y <- sum(outer(y, y, "!=")) / 2
rank_y <- rank(y)
drank <- ranks - rowMeans(ranks)
spearman <- as.vector(drank %*% (rank_y - mean(rank_y))) /
    sqrt(rowSums(drank^2) * sum((rank_y - mean(rank_y))^2))
kendall <- concordance / sqrt(untied_x * untied_y)

without <- matrix(0, nrow(x), n)
for (j in seq_len(n)) {
    x1 <- x[, -j]
    y1 <- y[-j]
    x1 <- x1 - rowMeans(x1)
    y1 <- y1 - mean(y1)
    without[, j] <- as.vector(x1 %*% y1) / sqrt(rowSums(x1^2) * sum(y1^2))
}
jackknife <- sqrt((n - 1) / n * rowSums((without - rowMeans(without))^2))

difference <- x - rep(y, each = nrow(x))
d2 <- rowSums(difference^2)
e <- n * (mean_x - mean_y)^2
write.csv(data.frame(
    row = seq_along(r), n = n, r = r, ci_lo = tanh(z - half), ci_hi = tanh(z + half),
    spearman = spearman, kendall_b = kendall, d2 = d2, d = sqrt(d2),
    abs_mean = rowMeans(abs(difference)), elevation_x = mean_x, elevation_y = mean_y * each,
    scatter_x = sqrt(sx2), scatter_y = sqrt(sy2) * each, d2_elevation = e,
    d2_scatter = (sqrt(sx2) - sqrt(sy2))^2, d2_shape = 2 * (sqrt(sx2 * sy2) - sxy),
    icc_de = 1 - d2 / (sx2 + sy2 + e / 2),
    congruence = as.vector(x %*% y) / sqrt(rowSums(x^2) * sum(y^2)), qc = NA,
    ccc = 2 * sxy / (sx2 + sy2 + e), jackknife_se = jackknife, r_weighted = NA
), words[3], row.names = FALSE, quote = FALSE, na = "")
