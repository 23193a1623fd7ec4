namespace Dmk.Maturity.Storage.Tests;

/// <summary>Scores come back to the last bit, missing ones as missing.</summary>
public sealed class StoredScoresTests
{
    [Fact]
    public void Scores_come_back_to_the_last_bit()
    {
        double[] scores = [0, 100, 1.0 / 3, double.NaN, -0.0, 1e-300];
        Assert.Equal(
            scores.Select(BitConverter.DoubleToInt64Bits),
            StoredScores.Read(StoredScores.Write(scores)).Select(BitConverter.DoubleToInt64Bits)
        );
    }
}
