namespace Dmk.Maturity.Statistics;

/// <summary>Companies that stand in the same cell of every table, by the frame and by what they say.</summary>
/// <param name="Cells">Per table the place of their cell among its cells.</param>
/// <param name="Stays">Per table whether the frame puts them into that cell, too. Others count for no minimum: nobody can join a cell by
/// an answer and thereby have it shown.</param>
/// <param name="Count">How many they are; above 0.</param>
public sealed record AlikeCompanies(IReadOnlyList<int> Cells, IReadOnlyList<bool> Stays, long Count);
